//! Fetching the file that came with a command: from Discord's own hosts alone, without following
//! anybody elsewhere, and no more than fits.

use std::time::Duration;

use url::Url;

use super::incoming::Attachment;
use crate::editing::MOST_BYTES;
use crate::error::{BadUse, Refusal};

/// The hosts on which Discord keeps attachments.
/// <https://discord.com/developers/docs/reference#cdn-formatting>
const HOSTS: [&str; 2] = ["cdn.discordapp.com", "media.discordapp.net"];

/// How long fetching may take.
const PATIENCE: Duration = Duration::from_secs(20);

fn may_be_fetched(url: &Url, also: Option<&str>) -> bool {
    let host = url.host_str().unwrap_or_default();
    let ours = url.scheme() == "https" && HOSTS.contains(&host) && url.port().is_none();
    let authority = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    url.username().is_empty() && url.password().is_none() && (ours || also == Some(authority.as_str()))
}

/// Fetches an attachment as text. `also` is a further host that the settings allow.
///
/// # Errors
/// A sentence for the person who uploaded it.
pub(super) async fn fetch(attachment: &Attachment, also: Option<&str>) -> Result<String, Refusal> {
    let again = || Refusal::from(BadUse::FileNotFetched);
    let url = Url::parse(&attachment.url).ok().filter(|url| may_be_fetched(url, also)).ok_or_else(again)?;
    let bytes =
        tokio::time::timeout(PATIENCE, read(url)).await.map_err(|_| again())?.map_err(
            |error| match error {
                NotRead::TooLarge => BadUse::FileTooLarge { most: MOST_BYTES >> 20 }.into(),
                NotRead::Failed => again(),
            },
        )?;
    text(&bytes)
}

enum NotRead {
    TooLarge,
    Failed,
}

async fn read(url: Url) -> Result<Vec<u8>, NotRead> {
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .map_err(|_| NotRead::Failed)?;
    let mut response = client.get(url).send().await.map_err(|_| NotRead::Failed)?;
    if !response.status().is_success() {
        return Err(NotRead::Failed);
    }
    let mut bytes = Vec::new();
    // What the size field says is not believed: reading stops where the limit is.
    while let Some(chunk) = response.chunk().await.map_err(|_| NotRead::Failed)? {
        if bytes.len() + chunk.len() > MOST_BYTES {
            return Err(NotRead::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

fn text(bytes: &[u8]) -> Result<String, Refusal> {
    if let Some(what) = crate::knowledge::text::other_kind(bytes) {
        return Err(BadUse::FileKind { what }.into());
    }
    match crate::knowledge::text::text_of(bytes.to_vec()) {
        Ok(text) => Ok(text),
        Err((line, byte)) => Err(BadUse::NotUtf8 { line, byte }.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_discords_own_hosts_are_asked() {
        let allowed = |url: &str, also| may_be_fetched(&Url::parse(url).unwrap(), also);
        assert!(allowed("https://cdn.discordapp.com/attachments/1/2/a.csv?ex=1", None));
        assert!(allowed("https://media.discordapp.net/a.csv", None));
        for other in [
            "http://cdn.discordapp.com/a.csv",
            "https://cdn.discordapp.com.evil.example/a.csv",
            "https://evil@cdn.discordapp.com/a.csv",
            "https://:secret@cdn.discordapp.com/a.csv",
            "https://cdn.discordapp.com:8443/a.csv",
            "https://127.0.0.1/a.csv",
            "file:///etc/passwd",
        ] {
            assert!(!allowed(other, None), "{other}");
        }
        assert!(allowed("http://127.0.0.1:8080/a.csv", Some("127.0.0.1:8080")));
        assert!(!allowed("http://127.0.0.1:8081/a.csv", Some("127.0.0.1:8080")));
    }

    #[test]
    fn what_is_not_text_is_not_opened() {
        assert!(text(b"PK\x03\x04rest").is_err());
        assert!(text(b"\x1f\x8b\x08").is_err());
        // Told of by its line, as other characters that nobody sees.
        assert!(text(b"a\0b").is_ok());
        assert!(text(b"\xff\xfe").is_err());
        assert_eq!(text("Türkiye".as_bytes()).unwrap(), "Türkiye");
    }
}
