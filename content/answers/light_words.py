"""Words that say little about what somebody looks for: function words, courtesy, what is asked of a service."""

from functools import cache

from content.answers.analysis import words

FUNCTION_WORDS = """
ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihnen mein meine meinen meinem meiner meines dein deine
deinen deinem deiner unser unsere unseren unserem unserer ihre ihren ihrem ihrer sein seine seinen seinem seiner der
die das den dem des ein eine einen einem einer eines kein keine keinen und oder aber denn wenn dass ob weil als wie wo
wohin woher wann was wer wen wem wieso warum wofür womit welche welcher welches welchen welchem in im ins an am ans
auf aus bei beim bis durch für gegen mit nach ohne über um unter von vom vor zu zum zur zwischen ab ist bin bist sind
seid war waren hat habe haben hast hatte hatten wird werde werden wurde worden kann können könnte könnten muss müssen
musste soll sollte will wollen möchte möchten möchtest darf dürfen nicht nur noch schon auch so sehr mal doch da dort
hier hin her etwas jemand man bitte danke hallo guten tag gerne brauche brauchen benötige benötigen bekomme bekommen
kriege suche suchen finde finden gibt gehen geht machen mache lassen sagen wissen sie's gerade jetzt heute immer
wieder dann also i me my we our you your he she it they them a an the and or but if of in on at to for from with by is
am are was were be been do does did have has had can could may must shall should will would want wants need needs
where when what who which how why there here this that these those please hello thanks thank some any not no get gets
getting got make about into out go going it's i'd i'm
"""
FACT_WORDS = """
kostet kosten gebühr gebühren preis teuer viel wieviel unterlagen unterlage dokumente dokument papiere mitbringen
nachweise nachweis formular formulare öffnungszeiten geöffnet offen termin termine terminvereinbarung online internet
digital dauert dauer lange zeit bearbeitung bearbeitungszeit gültig gültigkeit frist beantragen beantragung beantragt
antrag anträge vorbeikommen kommen mitkommen bezahlen zahlen persönlich erscheinen beachten neu neue neuen neuer neues
passiert genau vereinbaren zuständig zuständige amt wichtig
cost costs price fee fees much long takes take documents document papers bring form forms appointment appointments
opening hours open valid validity deadline apply application applying new pay online
"""
TURKISH = """
ben benim bana beni biz bizim siz sizin bir bu şu o ve veya ya da ile için ne nasıl nerede nereden nereye neresi hangi
kim kaç mi mı mu mü var yok istiyorum istiyoruz isterim lazım gerek gerekiyor gerekli gerekir olarak olan oldu etmek
almak yapmak yapabilirim alabilirim alırım yaptırmak lütfen merhaba teşekkürler çok daha en gibi ama mümkün
"""
UKRAINIAN = """
я ми ви мені мене мій моя моє мої мого моєї нам наш ваш він вона вони це цей ця та і й або але з із зі в у на до від для
про при як де куди коли хто що чи є був була було хочу хотів хотіла треба потрібно потрібен потрібна можна можу ще вже
не будь ласка дякую привіт добрий день
"""
ARABIC = """
أنا نحن أنت هو هي هذا هذه ذلك في من على إلى عن مع أو و ثم هل كيف أين متى ما ماذا لماذا أريد نريد أحتاج نحتاج لي لدي عندي
يمكنني ممكن يجب لو سمحت من فضلك شكرا مرحبا السلام عليكم لم لا كان كانت
"""
FACT_WORDS_OF_OTHERS = """
ücret ücreti fiyat fiyatı kadar tutar belgeler evrak evraklar randevu saat saatleri süre süresi başvuru başvurusu
başvurmak yeni çıkarmak çıkartmak yaptırma alma
скільки коштує коштують ціна плата документи документ запис термін час години заява заяву подати отримати оформити
зробити новий нова нове нову нові
كم سعر رسوم تكلفة وثائق أوراق الأوراق المطلوبة موعد حجز ساعات الدوام مدة طلب تقديم استخراج الحصول عمل جديد جديدة
"""
PLACE_WORDS = """
zimmer raum room büro office nummer nr number stock etage floor oda kat кабінет кімната поверх غرفة الغرفة طابق الطابق
"""
LIGHT = 0.15
"""What such a word counts where others stand beside it."""


@cache
def function_words() -> frozenset[str]:
    """Folded; not worth keeping in an index."""
    return frozenset(words(FUNCTION_WORDS + TURKISH + UKRAINIAN + ARABIC))


@cache
def light_words() -> frozenset[str]:
    """Folded; all that should not decide a search, and is never corrected to something else."""
    return function_words() | frozenset(words(FACT_WORDS + FACT_WORDS_OF_OTHERS + PLACE_WORDS))
