//! One field: its name, what it holds, who may see it, and how it is explained.

use crate::diagnostic::Code;
use crate::model::Kind;

/// A value of an enumeration, as written and as read by people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// As written in an entry.
    pub value: &'static str,
    /// Indonesian label.
    pub id: &'static str,
    /// English label.
    pub en: &'static str,
}

/// What an owner can allow to be published (specification 3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[expect(missing_docs, reason = "each is named for the field it opens")]
pub enum Scope {
    OwnerName,
    OwnerPhoto,
    WhatsApp,
    Telephone,
    Email,
    FullAddress,
    MapPoint,
    SocialMedia,
    BusinessNumber,
    Qris,
    Capacity,
}

/// Who may see a field's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// Everyone.
    Public,
    /// Everyone, if the owner's consent has this scope; filled in without it is a mistake.
    Consent(Scope),
    /// Everyone with the scope; without it a coarser form is shown and no mistake is made of it.
    Coarse(Scope),
    /// Nobody: it never leaves the content.
    Private,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "`min` and `max` are bounds, both inclusive")]
pub enum FieldKind {
    /// One line of text with a length in characters.
    Text { min: usize, max: usize },
    /// One line of text, or a record that says the same in parts.
    TextOr(&'static [Field]),
    /// Markdown.
    Prose,
    /// `ya` or `tidak`.
    Flag,
    /// A whole number.
    Whole { min: i64, max: i64 },
    /// A number, decimal comma accepted.
    Decimal { min: f64, max: f64 },
    /// A number or text about a number ("300 buah/bulan").
    Amount,
    /// A day.
    Date,
    /// A month of a year.
    Month,
    /// A day and a time of day.
    Moment,
    /// A price: number, range, "mulai …" or `tanya`.
    Price,
    /// Whole rupiah.
    Rupiah,
    /// Days, one number or `[dari, sampai]`.
    Days,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// An https address.
    Url,
    /// A page of a named platform (specification 5.5).
    Link,
    /// A path on this site.
    Path,
    /// Digits that are not a number (leading zeros stay).
    Digits,
    /// One of a few words.
    Choice(&'static [Choice]),
    /// The slug of an entry of this kind.
    Reference(Kind),
    /// The slug of a business or cooperative.
    Seller,
    /// `jenis/slug` of any entry.
    AnyEntry,
    /// The slug of a category.
    Category,
    /// A unit of sale.
    Unit,
    /// A kecamatan.
    District,
    /// A kelurahan of the entry's kecamatan.
    Village,
    /// Opening hours.
    Hours,
    /// `[lintang, bujur]`.
    Point,
    /// A picture file, or a record about one.
    Photo,
    /// A file beside the entry.
    File,
    /// Options of a product.
    Variants,
    /// `[jumlah minimal, harga]`.
    Tier,
    /// Year to number.
    Series,
    /// A list of the inner kind, of at most so many.
    List(&'static FieldKind, usize),
    /// A record with these fields.
    Record(&'static [Field]),
}

impl FieldKind {
    /// How long a line may be, in characters, where it is one.
    pub const fn line(&self) -> Option<(usize, usize)> {
        match self {
            FieldKind::Text { min, max } => Some((*min, *max)),
            FieldKind::TextOr(_) => Some((0, TEXT_OR_MAX)),
            _ => None,
        }
    }

    /// The fields of the record, where the value is or may be one.
    pub const fn record(&self) -> Option<&'static [Field]> {
        match self {
            FieldKind::Record(table) | FieldKind::TextOr(table) => Some(table),
            _ => None,
        }
    }
}

/// Characters of a line that may also be written as a record.
pub const TEXT_OR_MAX: usize = 120;

/// One field of an entry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Field {
    /// Key as written.
    pub name: &'static str,
    /// What it holds.
    pub kind: FieldKind,
    /// Must stand in every published entry.
    pub required: bool,
    /// What is said when it is missing.
    pub missing: Code,
    /// Written as some register has it: capitals are not judged.
    pub verbatim: bool,
    /// Characters beyond which a line is told to be long, though it is accepted.
    pub handy: Option<usize>,
    /// Indonesian label.
    pub title: &'static str,
    /// Indonesian explanation, one sentence.
    pub help: &'static str,
    /// A good value.
    pub example: &'static str,
    /// Who sees it.
    pub visibility: Visibility,
}

impl Field {
    /// A public, optional field.
    pub const fn new(name: &'static str, kind: FieldKind, title: &'static str) -> Field {
        Field {
            name,
            kind,
            required: false,
            missing: Code::UmumWajib,
            verbatim: false,
            handy: None,
            title,
            help: "",
            example: "",
            visibility: Visibility::Public,
        }
    }

    /// It must stand in every entry.
    pub const fn required(mut self) -> Field {
        self.required = true;
        self
    }

    /// It must stand in every entry, and the message about its absence is a special one.
    pub const fn required_as(mut self, missing: Code) -> Field {
        self.required = true;
        self.missing = missing;
        self
    }

    /// It is written as some register has it.
    pub const fn verbatim(mut self) -> Field {
        self.verbatim = true;
        self
    }

    /// It is best kept to so many characters.
    pub const fn handy(mut self, most: usize) -> Field {
        self.handy = Some(most);
        self
    }

    /// Explains it.
    pub const fn help(mut self, help: &'static str) -> Field {
        self.help = help;
        self
    }

    /// Gives a good value.
    pub const fn example(mut self, example: &'static str) -> Field {
        self.example = example;
        self
    }

    /// It may be published only with the owner's consent.
    pub const fn consent(mut self, scope: Scope) -> Field {
        self.visibility = Visibility::Consent(scope);
        self
    }

    /// Without consent something coarser is shown.
    pub const fn coarse(mut self, scope: Scope) -> Field {
        self.visibility = Visibility::Coarse(scope);
        self
    }

    /// It never leaves the content.
    pub const fn private(mut self) -> Field {
        self.visibility = Visibility::Private;
        self
    }

    /// Its choices, if it (or the items of its list) is an enumeration.
    pub fn choices(&self) -> Option<&'static [Choice]> {
        match self.kind {
            FieldKind::Choice(choices) => Some(choices),
            FieldKind::List(FieldKind::Choice(choices), _) => Some(choices),
            _ => None,
        }
    }
}

impl Scope {
    /// All, in the order of the specification.
    pub const ALL: [Scope; 11] = [
        Scope::OwnerName,
        Scope::OwnerPhoto,
        Scope::WhatsApp,
        Scope::Telephone,
        Scope::Email,
        Scope::FullAddress,
        Scope::MapPoint,
        Scope::SocialMedia,
        Scope::BusinessNumber,
        Scope::Qris,
        Scope::Capacity,
    ];

    /// As written in `persetujuan.lingkup`.
    pub const fn word(self) -> &'static str {
        match self {
            Scope::OwnerName => "nama_pemilik",
            Scope::OwnerPhoto => "foto_pemilik",
            Scope::WhatsApp => "whatsapp",
            Scope::Telephone => "telepon",
            Scope::Email => "surel",
            Scope::FullAddress => "alamat_lengkap",
            Scope::MapPoint => "titik_peta",
            Scope::SocialMedia => "medsos",
            Scope::BusinessNumber => "nib",
            Scope::Qris => "qris",
            Scope::Capacity => "kapasitas",
        }
    }

    /// The scope with this word.
    pub fn parse(word: &str) -> Option<Scope> {
        Scope::ALL.into_iter().find(|scope| scope.word() == word)
    }
}
