/** Letters of scripts that small tables hold whole, commonest first; the languages of one script share a line. */
export const SCRIPT_LETTERS: readonly (readonly [script: RegExp, letters: string])[] = [
  [/\p{Script=Cyrillic}/u, 'оаеинтсрвлкмдпуіязыьгбчйхжшюцщєїфэъ'],
  [/\p{Script=Greek}/u, 'αοιετνσηυρκπμςλωδγχθφβξζψάίόέήύώ'],
  [/\p{Script=Arabic}/u, 'المينرتوبةعدسفهكقحجشطصخضزثذغئءظ'],
  [/\p{Script=Hebrew}/u, 'יוהלאתרמשבנםדחקעטפגזכסצןךףץ'],
  [/\p{Script=Thai}/u, 'านรอกเมงลยตดวสทปหคบ'],
];

/** Letters beyond ASCII that one language needs. A right decoding is covered by one of them, a wrong one mixes several. */
export const LATIN_LANGUAGES: readonly string[] = [
  'äöüß',
  'àâæçéèêëîïôœùûüÿ',
  'áéíñóúüªº',
  'áâãàçéêíóôõú',
  'àèéìíòóù',
  'åäöæøé',
  'áðéíóúýþæö',
  'ëïéèöü',
  'ąćęłńóśźż',
  'áčďéěíňóřšťúůýž',
  'áäčďéíĺľňóôŕšťúýž',
  'áéíóöőúüű',
  'ăâîșțşţ',
  'čćđšž',
  'çğıöşüâİ',
  'ąčęėįšųūž',
  'āčēģīķļņōŗšūž',
  'äõöüšž',
  'ëç',
];

/** Characters that make up about half of any Chinese or Japanese text, simplified and traditional. */
export const COMMON_HAN =
  '的一是不了在人有我他这这個这中大来上國国到說说們们为為子和你地出道也时時年得就那要下以生会會自着去之过過家学學对對可她里裡后後小么麼心多天而能好都然没沒日于於起还還发發成事只作当當想看文无無开開手十用主行方又如前所本见見经經头頭面公同三已老从從动動两兩长長知民样樣现現分将將外但身些与與高意进進把法此实實回二理美点點月明其种種声聲全工己话話儿兒者向情部正名定女问問力机機给給等几幾很业業最间間新什打便位因重被走电電四第门門相次东東政海口使教西再平真听聽世气氣信北少关關并並内內加化由却代军軍产產入先山五太水万萬市司员員公件文付款货貨物港运運交易府部制裁表示報报告合同';
