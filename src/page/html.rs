//! A page as one HTML file that needs nothing else: for reading in a browser, and for printing on A4,
//! also into a PDF. Nothing is cut.

use maud::{DOCTYPE, Markup, PreEscaped, html as markup};

use super::grid::NOTHING;
use super::{Block, Cell, Citation, Page, Table};
use crate::words;

/// How it looks, on screen and on paper. Rows are kept whole, and the head of a table is repeated on
/// each sheet that it goes on to.
const STYLE: &str = "
@page { size: A4; margin: 16mm 14mm; }
body { font: 10.5pt/1.4 'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; color: #1a1a1a;
       max-width: 182mm; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 16pt; margin: 0 0 .6em; }
h2 { font-size: 12pt; margin: 1.6em 0 .4em; break-after: avoid; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #bbb; padding: .35em .5em; text-align: start; vertical-align: top;
         overflow-wrap: anywhere; white-space: pre-line; }
th { background: #f0f0f0; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
h3 { font-size: 11pt; margin: 1.2em 0 .3em; break-after: avoid; }
small { display: block; color: #555; }
p.small { color: #555; font-size: 9.5pt; }
ol { padding-inline-start: 2em; }
a { color: inherit; overflow-wrap: anywhere; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
";

/// A page as HTML.
#[must_use]
pub fn html(page: &Page) -> String {
    markup! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (page.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (page.title) }
                (blocks_of(page, &page.front))
                @for section in &page.sections {
                    h2 { (words::sections::title(section.name)) }
                    (blocks_of(page, &section.blocks))
                }
                @if !page.citations.is_empty() && !page.blocks().any(|block| *block == Block::Sources) {
                    h2 { (words::sections::SOURCES) }
                    (sources_of(page))
                }
            }
        }
    }
    .into_string()
}

fn blocks_of(page: &Page, blocks: &[Block]) -> Markup {
    markup! {
        @for block in blocks {
            @match block {
                Block::Heading(heading) => { h3 { (heading) } }
                Block::Line(line) => {
                    p dir="auto" class=[line.small.then_some("small")] { (line.text) (page.marks(&line.cites)) (line.tail()) }
                }
                Block::Table(table) => { (table_of(page, table)) }
                Block::Sources => { (sources_of(page)) }
            }
        }
    }
}

fn sources_of(page: &Page) -> Markup {
    markup! { ol { @for citation in &page.citations { (citation_of(citation)) } } }
}

fn table_of(page: &Page, table: &Table) -> Markup {
    markup! {
        table {
            @if table.head {
                thead {
                    tr { @for column in &table.columns { th scope="col" dir="auto" { (column.name) } } }
                }
            }
            tbody {
                @for row in &table.rows {
                    tr { @for (index, cell) in row.iter().enumerate() { (cell_of(page, cell, index == 0)) } }
                }
            }
        }
    }
}

fn cell_of(page: &Page, cell: &Cell, names_the_row: bool) -> Markup {
    let content = markup! {
        @if cell.entries.is_empty() { (NOTHING) }
        @for (index, entry) in cell.entries.iter().enumerate() {
            @let said = format!("{}{}", entry.said(true), page.marks(&entry.cites));
            @if entry.under { small { (said) } } @else { @if index > 0 { br; } (said) }
        }
    };
    // What is written from right to left is set so, cell by cell.
    markup! {
        @if names_the_row { th scope="row" dir="auto" { (content) } } @else { td dir="auto" { (content) } }
    }
}

fn citation_of(citation: &Citation) -> Markup {
    markup! {
        li value=(citation.n) dir="auto" {
            (citation.unnumbered())
            // The address is a checked one: http or https, without a user.
            @if let Some(url) = &citation.url { " " a href=(url) { (url) } }
        }
    }
}
