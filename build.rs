//! A migration added is a program changed, though no source file is.

fn main() {
    println!("cargo::rerun-if-changed=migrations");
}
