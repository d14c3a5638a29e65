//! What is understood of questions: whom they are about, in which area, at what time, and what they ask.

use dragoman::knowledge::PartialDate;
use dragoman::request::reading::{Reading, TermClass, UnitAsked, read};

use crate::requests::CATALOGUE;

/// The readings of a text, after those of another.
fn after(earlier: Option<&Reading>, text: &str) -> Vec<Reading> {
    let today: PartialDate = "2026-06-15".parse().unwrap();
    read(text, earlier, &CATALOGUE, today)
}

fn one(text: &str) -> Reading {
    let mut readings = after(None, text);
    assert_eq!(readings.len(), 1, "{text}");
    readings.remove(0)
}

/// What was understood, in one line: kind, actors, area, time.
fn told(reading: &Reading) -> String {
    let area = reading.area.as_deref().unwrap_or("-");
    let time = reading.time.map_or("-".to_owned(), |time| time.period.to_string());
    format!("{} {} {area} {time}", reading.kind, reading.actors.join(","))
}

#[test]
fn questions_are_read() {
    let cases = [
        // Names, codes, adjectives, metonyms, leaders, flags, slips.
        ("What did Ankara say about Kashmir, Delhi?", "stance TUR,IND political -"),
        ("Pakistani-Turkish trade", "amount PAK,TUR trade -"),
        ("🇹🇷 🇵🇰 corvettes", "what TUR,PAK defence -"),
        ("how much do turky and inida trade", "amount TUR,IND trade -"),
        ("What does Erdoğan say about Kashmir?", "stance TUR political -"),
        ("State of arms cooperation between Ankara and Delhi?", "what TUR,IND defence -"),
        ("Çin Pakistan'a silah sattı mı?", "verify CHN,PAK defence -"),
        ("Pakistan'ınkinden farklı mı?", "compare PAK - -"),
        ("<@123456> when did turkey join nato", "when TUR,NATO multilateral -"),
        ("wen did the Economic Cooperation Organisation take in Azerbaijan", "when ECO,AZE multilateral -"),
        ("۲۰۱۹ میں ترکی اور بھارت کی تجارت کتنی تھی؟", "amount TUR,IND trade 2019"),
        // What is asked.
        ("switzerland in nato y/n", "membership CHE,NATO multilateral -"),
        ("y did turkey buy the S-400 from russia", "why TUR,RUS defence -"),
        ("How long have Türkiye and Pakistan been friends?", "since TUR,PAK - -"),
        ("How did India take the speech on Kashmir?", "stance IND political -"),
        ("Why is the border of Türkiye and Armenia closed?", "why TUR,ARM - -"),
        ("Did Erdoğan bring up Kashmir?", "verify TUR political -"),
        ("Why does Türkiye back Pakistan?", "why TUR,PAK - -"),
        ("What does Türkiye gain from Pakistan?", "benefits TUR,PAK - -"),
        ("What should Ankara do about scholarships?", "recommend TUR culture -"),
        ("When did Finland join NATO?", "when FIN,NATO multilateral -"),
        ("Since when is Pakistan in the SCO?", "since PAK,SCO multilateral -"),
        ("Who belongs to BRICS?", "members BRICS multilateral -"),
        ("Is India in the SCO?", "membership IND,SCO multilateral -"),
        ("Who borders Iran?", "borders IRN - -"),
        ("Delhi on Cyprus: what’s the position?", "stance IND,CYP - -"),
        ("Which firm is behind the corvettes for Pakistan?", "who PAK defence -"),
        ("Did India sell radars to Armenia?", "verify IND,ARM defence -"),
        ("What share of Pakistan’s arms comes from China?", "amount PAK,CHN defence -"),
        // Times.
        ("Turkey India trade in 2019", "amount TUR,IND trade 2019"),
        ("Turkey India trade FY 2024-25", "amount TUR,IND trade 2024-04 to 2025-03"),
        ("What happened between India and Türkiye before 1965?", "what IND,TUR - until 1964"),
        ("trade of India and Türkiye in the last five years", "amount IND,TUR trade since 2021"),
        // Other languages and scripts.
        ("Türkiye ile Hindistan arasında ne kadar ticaret var?", "amount TUR,IND trade -"),
        ("भारत और तुर्की का व्यापार कितना है?", "amount IND,TUR trade -"),
        ("پاکستان اور ترکی کی تجارت کتنی ہے؟", "amount PAK,TUR trade -"),
        ("kya Bharat SCO ka sadasya hai?", "membership IND,SCO multilateral -"),
    ];
    let wrong: Vec<String> = cases
        .into_iter()
        .filter(|(text, expected)| told(&one(text)) != *expected)
        .map(|(text, expected)| format!("{text}: {} and not {expected}", told(&one(text))))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_question_takes_up_the_one_before() {
    for (before, text, expected) in [
        ("Is Türkiye in the SCO?", "and India?", "membership IND,SCO multilateral -"),
        ("How much do Türkiye and India trade?", "what about defence?", "amount TUR,IND defence -"),
        ("How much do Türkiye and India trade?", "and in 2019?", "amount TUR,IND trade 2019"),
        ("How much does Türkiye export to India?", "the other way round?", "amount IND,TUR trade -"),
        ("Does Türkiye support Pakistan?", "why?", "why TUR,PAK - -"),
        ("How much do Türkiye and India trade?", "and India as well?", "amount TUR,IND trade -"),
        ("How much does Pakistan spend on defence?", "and compared with India?", "compare PAK,IND defence -"),
        ("How many Indians visited Türkiye in June 2025?", "And in May?", "amount IND,TUR diplomacy 2025-05"),
        ("What did Erdoğan say about Kashmir in 2023?", "and two years later?", "stance TUR political 2025"),
        // Thanks and small talk ask nothing of what was asked before.
        ("How much do Türkiye and India trade?", "thank you", "what  - -"),
        ("How much do Türkiye and India trade?", "What is the weather like?", "what  - -"),
        // Two take the place of two.
        ("How much do Türkiye and India trade?", "and Greece and Cyprus?", "amount GRC,CYP trade -"),
        ("Who belongs to NATO?", "Türkiye and India: how much do they trade?", "amount TUR,IND trade -"),
    ] {
        let earlier = after(None, before);
        let readings = after(earlier.last(), text);
        assert_eq!(told(&readings[0]), expected, "{before} {text}");
    }
}

#[test]
fn what_was_done_before_is_not_asked_again() {
    let earlier = after(None, "When did the goods pact of Islamabad and Ankara enter into force?");
    let reading = &after(earlier.last(), "and when was it signed?")[0];
    let acts: Vec<&str> = reading
        .terms
        .iter()
        .filter(|term| term.class == TermClass::Act)
        .map(|term| term.typed.as_str())
        .collect();
    assert_eq!(acts, ["signed"]);
}

#[test]
fn a_text_may_ask_two_questions() {
    let readings = after(None, "What did India do after the quake, and how much do India and Türkiye trade?");
    let told: Vec<String> = readings.iter().map(told).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[1].starts_with("amount IND,TUR trade"), "{told:?}");
}

#[test]
fn words_have_a_class_by_what_can_stand_for_them() {
    for (text, word, class) in [
        ("When was the F-35 delivered to Türkiye?", "F-35", TermClass::Name),
        ("When was the F-35 delivered to Türkiye?", "delivered", TermClass::Act),
        ("Why did Azerbaijan choose the Tejas?", "Tejas", TermClass::Name),
        ("Which corvettes has Pakistan?", "corvettes", TermClass::Concept),
        ("Which grocers are in Pakistan?", "grocers", TermClass::Word),
    ] {
        let reading = one(text);
        let term = reading.terms.iter().find(|term| term.typed == word);
        assert_eq!(term.map(|term| term.class), Some(class), "{text}: {:?}", reading.terms);
    }
}

#[test]
fn what_is_to_be_counted_is_known() {
    let reading = one("How many sea and land blocks did TPAO sign for in Pakistan?");
    let counted: Vec<&str> =
        reading.terms.iter().filter(|term| term.named).map(|term| term.typed.as_str()).collect();
    assert_eq!(reading.unit, Some(UnitAsked::Count));
    assert!(counted.contains(&"blocks") && !counted.contains(&"TPAO"), "{counted:?}");
}

#[test]
fn words_of_a_longer_run_do_nothing_by_themselves() {
    // “Moral” alone asks for a judgement.
    let reading = one("Does Türkiye give Pakistan moral support?");
    assert!(!reading.has(dragoman::knowledge::Cue::Opinion), "{:?}", reading.cues);
}
