//! The files of the page, inside the program.

/// A file of the page.
pub(super) struct Asset {
    /// Its address below the page’s.
    pub(super) path: &'static str,
    /// What it is, for the browser.
    pub(super) kind: &'static str,
    pub(super) text: &'static str,
}

/// The page itself.
pub(super) const INDEX: &str = include_str!("page/index.html");

/// What it loads.
pub(super) const ASSETS: [Asset; 6] = [
    Asset { path: "style.css", kind: "text/css; charset=utf-8", text: include_str!("page/style.css") },
    Asset { path: "app.js", kind: SCRIPT, text: include_str!("page/app.js") },
    Asset { path: "draw.js", kind: SCRIPT, text: include_str!("page/draw.js") },
    Asset { path: "composer.js", kind: SCRIPT, text: include_str!("page/composer.js") },
    Asset { path: "server.js", kind: SCRIPT, text: include_str!("page/server.js") },
    Asset { path: "vendor/discord.js", kind: SCRIPT, text: include_str!("page/vendor/discord.js") },
];

const SCRIPT: &str = "text/javascript; charset=utf-8";
