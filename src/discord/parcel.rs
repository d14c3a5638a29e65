//! Files that may be larger than Discord takes: as they are, compressed, or in parts.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::limits::UPLOAD;
use crate::editing::Exported;
use crate::error::{BadUse, Error, Fault};

/// The most parts of one file: Discord bounds a whole request too, and says nowhere at what.
const MOST_PARTS: usize = 2;

/// The files that hold an export: one where that is small enough, else its compressed form, in parts if need be.
///
/// # Errors
/// A refusal where not even that fits one message; a fault if it cannot be compressed.
pub(super) async fn parcel(exported: Exported) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let Exported { name, text, .. } = exported;
    if text.len() <= UPLOAD {
        return Ok(vec![(name, text.into_bytes())]);
    }
    let size = text.len() >> 20;
    let doing = "compressing a file";
    // It takes long, apart from the threads that answer.
    let packed = tokio::task::spawn_blocking(move || compressed(text.as_bytes())).await;
    let packed = packed.map_err(|_| Fault::new(doing, "it panicked"))?;
    let packed = packed.map_err(|e| Fault::new(doing, e))?;
    if packed.len() <= UPLOAD {
        return Ok(vec![(format!("{name}.gz"), packed)]);
    }
    let parts: Vec<Vec<u8>> = packed.chunks(UPLOAD).map(<[u8]>::to_vec).collect();
    if parts.len() > MOST_PARTS {
        return Err(BadUse::ExportTooLarge { size }.into());
    }
    Ok(parts.into_iter().enumerate().map(|(n, part)| (format!("{name}.gz.{:03}", n + 1), part)).collect())
}

fn compressed(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use std::io::Read as _;

    use super::*;

    fn exported(text: String) -> Exported {
        Exported { name: "server-knowledge.toml".to_owned(), text, items: 1 }
    }

    #[tokio::test]
    async fn a_large_file_is_compressed_and_a_larger_one_comes_in_parts() {
        let small = parcel(exported("x".to_owned())).await.unwrap();
        assert_eq!(small[0].0, "server-knowledge.toml");
        let text = "text = \"The same again\"\n".repeat(600_000);
        let large = parcel(exported(text.clone())).await.unwrap();
        assert_eq!(
            large.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
            ["server-knowledge.toml.gz"]
        );
        // What does not compress: digits of a generator that repeats nothing for long.
        let mut state = 1_u64;
        let mut noise = String::new();
        while noise.len() < 22 << 20 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            noise.push_str(&format!("{:x}", state >> 11));
        }
        let parts = parcel(exported(noise.clone())).await.unwrap();
        assert!(parts.len() > 1 && parts[0].0.ends_with(".gz.001"), "{}", parts.len());
        assert!(parts.iter().all(|(_, part)| part.len() <= UPLOAD));
        let whole: Vec<u8> = parts.into_iter().flat_map(|(_, part)| part).collect();
        let mut read = String::new();
        flate2::read::GzDecoder::new(whole.as_slice()).read_to_string(&mut read).unwrap();
        assert!(read == noise, "the parts together are the file");
    }
}
