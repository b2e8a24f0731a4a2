//! What one file and one site may ask of the program: every bound on what is read, in one place (design invariant 11). How
//! long a text and a list may be stands in the tables of fields ([`crate::schema`]), which use the numbers here where more
//! than one place needs them.

/// Entries of all kinds together.
pub const ENTRIES_MAX: usize = 200_000;
/// Characters of a slug.
pub const SLUG_MAX: usize = 60;

/// Bytes of an entry's text.
pub const ENTRY_BYTES_MAX: usize = 256 * 1024;
/// Values inside values inside values.
pub const DEPTH_MAX: usize = 12;
/// Values in one file. Places and categories are files too, so this is roomy.
pub const NODES_MAX: usize = 20_000;

/// Photos of one entry.
pub const PHOTOS_MAX: usize = 20;
/// Wholesale prices of one product.
pub const TIERS_MAX: usize = 10;
/// Variants of one product.
pub const VARIANTS_MAX: usize = 50;

/// Bytes of a picture.
pub const PICTURE_BYTES_MAX: u64 = 40_000_000;
/// Pixels of a picture; the largest phone cameras have 108 million.
pub const PICTURE_PIXELS_MAX: u64 = 120_000_000;
/// Pixels of a picture's longer side.
pub const PICTURE_SIDE_MAX: u32 = 20_000;
/// Bytes of memory to decode a picture, for each thread.
pub const PICTURE_MEMORY_MAX: u64 = 256 << 20;
/// Looks at a pixel in one search for QR codes. A photo of 3200 x 2400 pixels takes 60 million.
pub const CODE_LOOKS_MAX: u64 = 400_000_000;

/// Bytes of a file that is read from git.
pub const BLOB_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// Bytes of a spreadsheet.
pub const SHEET_BYTES_MAX: u64 = 40 * 1024 * 1024;
/// Bytes of what a workbook holds when it is unpacked.
pub const SHEET_UNPACKED_MAX: u64 = 400 * 1024 * 1024;
/// Rows of one sheet.
pub const SHEET_ROWS_MAX: u32 = 50_000;
/// Columns of one sheet.
pub const SHEET_COLUMNS_MAX: u32 = 512;
/// Filled cells of a whole workbook.
pub const SHEET_CELLS_MAX: usize = 4_000_000;
