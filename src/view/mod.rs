//! What each template sees: plain data, ready to print.
//!
//! A view holds only strings, numbers and lists. Every address is ready for `href` (base path included), every price and date is already
//! written in the page's language, and whatever a consent does not cover has been left out before the view is made. Templates print; they do
//! not decide.
//!
//! Every page template gets three names, the fields of [`Page`]: `head`, `frame` and `page`. Two more are global to a language and borrowed
//! by every render: `site` ([`chrome::Site`]) and `t` (the strings of `i18n/<lang>.yaml`).

pub mod block;
pub mod business;
pub mod card;
pub mod center;
pub mod chrome;
pub mod contact;
pub mod editorial;
pub mod facet;
pub mod home;
pub mod list;
pub mod picture;
pub mod place;
pub mod product;
pub mod text;
pub mod utility;

use serde::Serialize;

/// One whole page: what goes into `<head>`, what surrounds the content, and the content itself.
///
/// `B` is the view the page kind's template expects, see the table in `themes/etalase/README.md`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Page<B> {
    /// Title, description, addresses, structured data.
    pub head: chrome::PageHead,
    /// Breadcrumbs, language switch, current section.
    pub frame: chrome::Frame,
    /// The content.
    pub page: B,
}
