import { describe, expect, it } from 'vitest';
import { decodeText } from './encoding.ts';
import { decodeWith } from './guess-encoding.ts';

/** Bytes by character, found by asking the decoder: Node writes no legacy encodings. */
function tableOf(label: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const decode = (bytes: readonly number[]): string => decodeWith(Uint8Array.from(bytes), label, 10);
  const isWide = /gb|big5|jis|euc/.test(label);
  if (isWide) {
    for (let lead = 0x81; lead < 0xff; lead++) {
      for (let trail = 0x40; trail < 0xff; trail++) {
        const text = decode([lead, trail]);
        if ([...text].length === 1 && text !== '\ufffd') table.set(text, [lead, trail]);
      }
    }
  }
  for (let byte = isWide ? 0x7f : 0xff; byte >= 0; byte--) table.set(decode([byte]), [byte]);
  return table;
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();
function encode(text: string, label: string): Uint8Array {
  if (label === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'));
  if (label === 'utf-16be') return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
  const table = tables.get(label) ?? tableOf(label);
  tables.set(label, table);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${label} has no ${character}`);
      return [...bytes];
    }),
  );
}

const TEXTS: Readonly<Record<string, string>> = {
  ru: 'Компания «Северный фонарь» перечислила задаток за двадцать насосов. Груз шёл через порт, но получатель в накладной указан не был. Директор на вопросы не ответил, а бухгалтер сказала, что договор подписали ещё в марте.',
  ru2: 'ПРОТОКОЛ № 14\nСлушали: отчёт заведующего складом о недостаче.\nРешили: списать 12 ящиков, виновных не искать. Подписи: Тарелкин, Зябликова.',
  uk: 'Підприємство «Ліхтар» сплатило завдаток за двадцять насосів. Вантаж їхав через порт, але одержувача в накладній не вказано. Директор на запитання не відповів, а бухгалтерка каже, що угоду підписали ще в березні.',
  bg: 'Фирмата „Фенер“ е платила капаро за двайсет помпи. Товарът е минал през пристанището, но получателят не е посочен в товарителницата. Директорът не отговори на въпросите.',
  sr: 'Предузеће је уплатило предујам за двадесет пумпи. Роба је ишла преко луке, али прималац није наведен у товарном листу. Директор није одговорио на питања, а књиговођа је рекла да је уговор потписан још у марту.',
  pl: 'Spółka wpłaciła zaliczkę za dwadzieścia pomp. Ładunek szedł przez port, ale odbiorcy nie wskazano w liście przewozowym. Dyrektor nie odpowiedział na pytania, a księgowa twierdzi, że umowę podpisano już w marcu.',
  cs: 'Společnost zaplatila zálohu za dvacet čerpadel. Náklad šel přes přístav, ale příjemce v nákladním listu uveden nebyl. Ředitel na otázky neodpověděl a účetní řekla, že smlouvu podepsali už v březnu.',
  hu: 'A cég előleget fizetett húsz szivattyúért. A rakomány a kikötőn át ment, de a címzettet a fuvarlevél nem tünteti fel. Az igazgató a kérdésekre nem válaszolt, a könyvelő szerint a szerződést már márciusban aláírták.',
  tr: 'Şirket yirmi pompa için avans ödedi. Yük limandan geçti, ancak alıcı irsaliyede gösterilmedi. Müdür soruları yanıtlamadı; muhasebeci ise sözleşmenin daha mart ayında imzalandığını söyledi.',
  el: 'Η εταιρεία πλήρωσε προκαταβολή για είκοσι αντλίες. Το φορτίο πέρασε από το λιμάνι, αλλά ο παραλήπτης δεν αναφέρεται στη φορτωτική. Ο διευθυντής δεν απάντησε στις ερωτήσεις.',
  he: 'החברה שילמה מקדמה עבור עשרים משאבות. המטען עבר דרך הנמל, אך שם המקבל לא צוין בשטר המטען. המנהל לא השיב לשאלות, ומנהלת החשבונות אמרה שהחוזה נחתם כבר במרץ.',
  ar: 'دفعت الشركة عربونا مقابل عشرين مضخة. مرت الشحنة عبر الميناء، لكن اسم المستلم لم يذكر في البوليصة. لم يرد المدير على الاسئلة، وقالت المحاسبة ان العقد وقع في شهر مارس.',
  lt: 'Bendrovė sumokėjo avansą už dvidešimt siurblių. Krovinys keliavo per uostą, tačiau gavėjas važtaraštyje nenurodytas. Direktorius į klausimus neatsakė, o buhalterė sakė, kad sutartis pasirašyta dar kovą.',
  de: 'Die Gesellschaft leistete eine Anzahlung für zwanzig Pumpen. Die Ladung ging über den Hafen, der Empfänger fehlt im Frachtbrief. Der Geschäftsführer schwieg; die Buchhalterin sagte, der Vertrag sei schon im März unterschrieben worden. Größe und Preis blieben offen.',
  fr: 'La société a versé des arrhes pour vingt pompes. La cargaison est passée par le port, mais le destinataire ne figure pas sur la lettre de voiture. Le gérant n’a pas répondu ; la comptable dit que le contrat a été signé dès le mois de mars.',
  zh: '该公司为二十台水泵支付了定金。货物经港口运出，但提单上没有写明收货人。经理没有回答问题，会计说合同早在三月就已经签了。没有人知道这批货后来去了哪里，银行也不愿意说明付款的人是谁。',
  zhHant:
    '該公司為二十台水泵支付了訂金。貨物經港口運出，但提單上沒有寫明收貨人。經理沒有回答問題，會計說合同早在三月就已經簽了。沒有人知道這批貨後來去了哪裡，銀行也不願意說明付款的人是誰。',
  ja: '同社はポンプ二十台の手付金を支払った。貨物は港を経由したが、船荷証券に受取人の名前は書かれていない。社長は質問に答えず、経理の担当者は契約は三月にすでに結ばれていたと話した。その後どこへ運ばれたのかは分からない。',
  ko: '이 회사는 펌프 스무 대의 계약금을 치렀다. 화물은 항구를 거쳐 나갔지만 선하증권에는 받는 사람이 적혀 있지 않았다. 사장은 질문에 답하지 않았고 경리는 계약이 이미 삼월에 맺어졌다고 말했다.',
  th: 'บริษัทจ่ายเงินมัดจำค่าปั๊มน้ำยี่สิบเครื่อง สินค้าผ่านท่าเรือแต่ในใบตราส่งไม่มีชื่อผู้รับ ผู้จัดการไม่ตอบคำถาม ส่วนพนักงานบัญชีบอกว่าสัญญาเซ็นตั้งแต่เดือนมีนาคม',
};

const straight = (text: string): string => text.replace(/[«»„“”’]/g, '"').replaceAll('№', 'N');

describe('encodings of many languages', () => {
  it.each<readonly [language: string, labels: readonly string[]]>([
    ['ru', ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic', 'utf-16le', 'utf-16be']],
    ['ru2', ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic', 'utf-16le', 'utf-16be']],
    ['uk', ['windows-1251', 'koi8-u', 'iso-8859-5', 'x-mac-cyrillic', 'utf-16le']],
    ['bg', ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic']],
    ['sr', ['windows-1251', 'iso-8859-5']],
    ['pl', ['windows-1250', 'iso-8859-2', 'utf-16le']],
    ['cs', ['windows-1250', 'iso-8859-2']],
    ['hu', ['windows-1250', 'iso-8859-2']],
    ['tr', ['windows-1254', 'iso-8859-9']],
    ['el', ['windows-1253', 'iso-8859-7', 'utf-16be']],
    ['he', ['windows-1255', 'iso-8859-8', 'utf-16le']],
    ['ar', ['windows-1256', 'iso-8859-6', 'utf-16le']],
    ['lt', ['windows-1257', 'iso-8859-13']],
    ['de', ['windows-1252', 'iso-8859-15']],
    ['fr', ['windows-1252']],
    ['zh', ['gb18030', 'utf-16le', 'utf-16be']],
    ['zhHant', ['big5', 'utf-16le', 'utf-16be']],
    ['ja', ['shift_jis', 'euc-jp', 'utf-16le']],
    ['ko', ['euc-kr', 'utf-16be']],
    ['th', ['windows-874']],
  ])('%s', (language, labels) => {
    const wrong: string[] = [];
    for (const label of labels) {
      const text = /^windows|^utf|^gb|^big5|jis|^euc/.test(label)
        ? (TEXTS[language] ?? '')
        : straight(TEXTS[language] ?? '');
      const decoded = decodeText(encode(text, label), { maxChars: 1e6, encoding: null });
      if (decoded.text !== text) wrong.push(`${label} was read as ${decoded.encoding}: ${decoded.text.slice(0, 60)}`);
    }
    expect(wrong).toEqual([]);
  });
});
