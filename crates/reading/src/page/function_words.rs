//! Languages that the reader knows function words of: a line of prose is full of
//! them, a menu is not. The lists are the most frequent articles, prepositions,
//! pronouns and auxiliaries of each language, written down for this crate.

/// Number of languages with a list of function words.
pub(crate) const LANGUAGES: usize = 14;

/// ISO 639-1 code and function words of each language.
pub(crate) const FUNCTION_WORDS: [(&str, &str); LANGUAGES] = [
    (
        "en",
        "the a an and of to in is was were are be been that this these those it its for on with as \
         at by from has have had he she they we you i his her their our your my but or not which who \
         will would can could should may than when where what how if so there into about after over \
         also more one no all up out him them us do did does said just because while since during \
         before through between against under some any other such then only very",
    ),
    (
        "es",
        "el la los las un una unos unas de del y en que a al con por para es se su sus lo como más \
         pero no fue han ha son está ser este esta estos estas también entre sobre sin desde hasta \
         cuando donde porque muy ya le les nos si o hay durante tras según ante",
    ),
    (
        "fr",
        "le la les un une des de du et en que qui est dans pour par sur avec au aux ce cette ces son \
         sa ses il elle ils elles on ne pas plus mais ou où a ont été être sont se nous vous leur \
         leurs comme après avant depuis entre sans sous aussi très selon afin dont d l qu n s c",
    ),
    (
        "de",
        "der die das den dem des ein eine einer eines einem einen und in zu mit von auf für ist sind \
         war waren wird werden nicht auch sich es er sie wir ich ihr als an bei nach aus um über vor \
         durch dass wie aber oder hat haben hatte noch nur so im am zum zur vom kann können mehr wenn \
         bis unter gegen seit",
    ),
    (
        "pt",
        "o os a as um uma uns umas de do da dos das e em no na nos nas que com por para é se seu sua \
         seus suas mais mas não foi são está ser este esta também entre sobre sem desde até quando \
         onde porque muito já ao aos à às pelo pela como ou ele ela eles foram tem",
    ),
    (
        "it",
        "il lo la i gli le un uno una di del della dei delle dello degli e in nel nella nei con per \
         che è sono era si non più ma anche come da dal dalla su sul sulla al alla ai alle o ha hanno \
         suo sua loro questo questa dopo prima tra fra essere stato quando dove se ci",
    ),
    (
        "ru",
        "и в во не на я он она они мы вы с со что как а то все по но из у к от о об за так же был \
         была было были для это этот эта до бы его её их или если при также уже только после который \
         которая которые чтобы без под над через между когда где более нет",
    ),
    (
        "tr",
        "ve bir bu da de için ile çok daha olarak olan en gibi kadar ne ama ya o her sonra önce göre \
         ise değil var yok mi ki şu biz siz onlar ben sen diye üzere tarafından oldu olduğu etti eden",
    ),
    (
        "nl",
        "de het een en van in is op te dat die voor met zijn niet aan er om ook als bij door naar uit \
         over maar of wordt werd worden heeft hebben had hij zij ze we wij ik je nog dan tot deze dit \
         meer onder tegen na",
    ),
    (
        "id",
        "yang dan di dari ke untuk dengan pada dalam ini itu adalah tidak akan oleh juga sebagai atau \
         dia ia mereka kami kita saya anda telah sudah bisa dapat karena lebih ada bahwa para agar \
         seperti hanya orang maka",
    ),
    (
        "pl",
        "i w we z ze na do że się nie to jest o od po za przez przy dla jak ale czy był była było \
         być są jego jej ich który która które oraz tym tego także już tylko może pod nad przed",
    ),
    (
        "sv",
        "och i att det som en ett på är av för med till den har de inte om men var så från vid kan \
         eller när hon han vi jag du efter också ska blir hade under mot sig sin mer",
    ),
    (
        "ar",
        "في من على إلى أن إن التي الذي عن مع هذا هذه كان كانت ما لا لم لن بعد قبل بين حتى أو ثم كما \
         قد كل هو هي هم أي عند خلال منذ ذلك تلك بأن",
    ),
    (
        "fa",
        "و در به از که این آن را با است برای یک خود تا بر هم نیز یا اما می شد شده بود باید ها آنها ما \
         او بین پس دو کرد کرده",
    ),
];
