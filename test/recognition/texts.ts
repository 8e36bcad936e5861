/** Invented pages, so that what is read can be compared with what was written. */
export const TEXTS = {
  English: {
    language: 'en',
    font: "'DejaVu Serif'",
    floor: 0.95,
    text: `Harbour authority of Port Vessel

On 14 March 2031 the motor vessel Grey Heron delivered twelve turbine engines of type TK-400 to the Borvik Steel works. The invoice of 2,450,000 dollars was paid by Lantern Trading Limited, a company registered at 17 Quay Street. According to two customs officers, the goods were declared as pumps for agricultural use.

The director, Maren Ostholt, said in a letter of 2 April that her company "has never owned, managed or insured the vessel". Records of the port show that the same crew visited Northmere three times between January and June.`,
  },
  Russian: {
    language: 'ru',
    font: "'DejaVu Serif'",
    floor: 0.95,
    text: `Управление порта Северная Гавань

14 марта 2031 года теплоход «Серая цапля» доставил на завод «Борвик Сталь» двенадцать двигателей типа ТК-400. Счёт на сумму 2 450 000 рублей оплатила компания «Фонарь Трейдинг», зарегистрированная по адресу: Набережная улица, дом 17. По словам двух сотрудников таможни, груз был указан как насосы для сельского хозяйства.

Директор Марина Остхольт заявила в письме от 2 апреля, что её компания никогда не владела судном, не управляла им и не страховала его. Из документов порта видно, что тот же экипаж трижды посещал Нортмир с января по июнь.`,
  },
  Ukrainian: {
    language: 'uk',
    font: "'DejaVu Serif'",
    floor: 0.95,
    text: `Управління порту Північна Гавань

14 березня 2031 року теплохід «Сіра чапля» доставив на завод «Борвік Сталь» дванадцять двигунів типу ТК-400. Рахунок на суму 2 450 000 гривень сплатила компанія «Ліхтар Трейдинг», зареєстрована за адресою: Набережна вулиця, будинок 17. За словами двох працівників митниці, вантаж було зазначено як насоси для сільського господарства.

Директорка Марина Остгольт заявила в листі від 2 квітня, що її компанія ніколи не володіла судном, не керувала ним і не страхувала його.`,
  },
  Chinese: {
    language: 'zh',
    font: "'Noto Sans CJK SC'",
    floor: 0.9,
    text: `北港港务局公告

二〇三一年三月十四日，灰鹭号货轮将十二台TK-400型发动机运抵博维克钢铁厂。灯塔贸易有限公司支付了二百四十五万元的货款，该公司注册地址为码头街17号。据两名海关官员说，这批货物申报为农业用水泵。

公司经理欧斯特在四月二日的信中表示，本公司从未拥有、管理或投保该船。港口记录显示，同一批船员在一月至六月期间三次访问北湖港。`,
  },
} as const;

export type Tongue = keyof typeof TEXTS;

const normalised = (text: string, tongue: Tongue): string =>
  text.replace(/\s+/gu, tongue === 'Chinese' ? '' : ' ').trim();

/** Share of the characters that were read right: 1 less the edit distance by the length, white space as one space. */
export function accuracy(tongue: Tongue, read: string): number {
  const wanted = normalised(TEXTS[tongue].text, tongue);
  const got = normalised(read, tongue);
  let row = Array.from({ length: got.length + 1 }, (_, i) => i);
  for (let i = 1; i <= wanted.length; i++) {
    const next = [i];
    for (let j = 1; j <= got.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (wanted[i - 1] === got[j - 1] ? 0 : 1));
    row = next;
  }
  return 1 - row[got.length]! / wanted.length;
}
