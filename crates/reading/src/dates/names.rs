//! Names of months and days of the week, in many languages: those of
//! [`dateline_text::language`], and further forms as printed, in lower case (genitives,
//! abbreviations, languages without a file of their own).

use super::calendar::Calendar;
use crate::word::hash;
use dateline_text::language::Language;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Forms of each month, January first, separated by spaces.
const MONTHS: [&str; 12] = [
    "january jan enero ene janvier janv januar jan janeiro gennaio gen января январь янв ocak oca januari stycznia styczeń يناير ژانویه января січня جانفي ledna tammikuuta",
    "february feb febrero février févr februar fevereiro fev febbraio февраля февраль фев şubat şub februari pebruari lutego luty فبراير فوریه лютого فيفري شباط února helmikuuta",
    "march mar marzo mars märz mär mrz março марта март мар mart maret maart marca marzec مارس березня آذار أذار اذار března maaliskuuta",
    "april apr abril abr avril avr aprile апреля апрель апр nisan nis kwietnia kwiecień أبريل ابريل آوریل квітня أفريل افريل نيسان dubna huhtikuuta",
    "may mayo mai maio mag maggio мая май mayıs mei maj maja مايو مه травня ماي أيار ايار května toukokuuta أيّار",
    "june jun junio juin juni junho jun giugno giu июня июнь июн haziran haz czerwca czerwiec يونيو ژوئن червня جوان حزيران يونيه června kesäkuuta",
    "july jul julio juillet juil juli julho luglio lug июля июль июл temmuz tem lipca lipiec يوليو ژوئیه липня جويلية يوليوز تموز يوليه července heinäkuuta تمّوز",
    "august aug agosto ago août augusti agosto августа август авг ağustos ağu agustus augustus sierpnia sierpień أغسطس اغسطس اوت серпня أوت غشت آب srpna elokuuta",
    "september sep sept septiembre septembre setembro set settembre сентября сентябрь сен сент eylül eyl września wrzesień سبتمبر سپتامبر вересня شتنبر أيلول ايلول syyskuuta",
    "october oct octubre octobre oktober okt outubro out ottobre ott октября октябрь окт ekim eki października październik أكتوبر اكتوبر اکتبر жовтня října lokakuuta अक्टूबर",
    "november nov noviembre novembre novembro ноября ноябрь ноя нояб kasım kas nopember listopada listopad نوفمبر نوامبر листопада نونبر listopadu marraskuuta",
    "december dec diciembre dic décembre déc dezember dez dezembro dicembre декабря декабрь дек aralık ara desember des grudnia grudzień ديسمبر دسامبر грудня دجنبر prosince joulukuuta",
];

/// Months of two words in Syria, Lebanon, Iraq, Jordan and Palestine.
const MONTHS_OF_TWO_WORDS: [(&str, u8); 6] = [
    ("كانون الثاني", 1),
    ("تشرين الأول", 10),
    ("تشرين الاول", 10),
    ("تشرين الثاني", 11),
    ("كانون الأول", 12),
    ("كانون الاول", 12),
];

/// Short forms of the Thai months, January first.
const THAI_MONTHS: [&str; 12] = [
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
];

/// Forms of each month of the Islamic calendar in Arabic, Muharram first.
const ISLAMIC_MONTHS: [&str; 12] = [
    "محرم; المحرم",
    "صفر",
    "ربيع الأول; ربيع الاول",
    "ربيع الآخر; ربيع الاخر; ربيع الثاني",
    "جمادى الأولى; جمادى الاولى; جمادى الأول",
    "جمادى الآخرة; جمادى الاخرة; جمادى الثانية",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة; ذي القعدة; ذو القعده",
    "ذو الحجة; ذي الحجة; ذو الحجه",
];

const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun \
    lunes martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi dimanche \
    montag dienstag mittwoch donnerstag freitag samstag sonntag segunda terça quarta quinta sexta feira \
    lunedì martedì mercoledì giovedì venerdì sabato domenica понедельник вторник среда четверг пятница суббота воскресенье \
    pazartesi salı çarşamba perşembe cuma cumartesi pazar senin selasa rabu kamis jumat sabtu minggu \
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag \
    poniedziałek wtorek środa czwartek piątek sobota niedziela الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد";

/// What a word says of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    /// A month, 1 to 12.
    Month(u8),
    /// A month of another calendar, 1 to 12.
    MonthOf(Calendar, u8),
    /// A day of the week.
    Weekday,
}

/// The calendar name that `word` is, in any case.
pub(crate) fn name(word: &str) -> Option<Name> {
    static NAMES: OnceLock<HashMap<u64, Name>> = OnceLock::new();
    NAMES.get_or_init(build).get(&hash(word)).copied()
}

fn build() -> HashMap<u64, Name> {
    let mut names = HashMap::new();
    for (forms, month) in MONTHS.iter().zip(1..) {
        for form in forms.split_whitespace() {
            names.insert(hash(form), Name::Month(month));
        }
    }
    for language in Language::all() {
        // The months of Persian are those of its calendar.
        let name = |month| match language.code() {
            "fa" => Name::MonthOf(Calendar::Iranian, month),
            _ => Name::Month(month),
        };
        for (form, month) in language.months().zip(1..) {
            let lower = form.to_lowercase();
            if !lower.contains(' ') {
                names.entry(hash(&lower)).or_insert(name(month));
            }
        }
    }
    let two_words = MONTHS_OF_TWO_WORDS.iter().map(|(form, month)| (*form, Name::Month(*month)));
    let thai = THAI_MONTHS.iter().zip(1..).map(|(form, month)| (*form, Name::Month(month)));
    let islamic = ISLAMIC_MONTHS.iter().zip(1..).flat_map(|(forms, month)| {
        forms.split("; ").map(move |form| (form, Name::MonthOf(Calendar::Islamic, month)))
    });
    for (form, name) in two_words.chain(thai).chain(islamic) {
        names.entry(hash(form)).or_insert(name);
    }
    for form in WEEKDAYS.split_whitespace() {
        names.entry(hash(form)).or_insert(Name::Weekday);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_every_language_are_known() {
        for language in Language::all() {
            for (form, month) in language.months().zip(1..) {
                let want = match language.code() {
                    "fa" => Name::MonthOf(Calendar::Iranian, month),
                    _ => Name::Month(month),
                };
                if !form.contains(' ') {
                    assert_eq!(name(&form.to_lowercase()), Some(want), "{language:?}: {form}");
                }
            }
        }
    }
}
