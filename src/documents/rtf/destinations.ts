/** Where the text of a group goes. `text` is whatever the group around it is. */
export type Destination =
  | 'text'
  | 'skip'
  | 'fonts'
  | 'styles'
  | 'info'
  | 'note'
  | 'comment'
  | 'comment-author'
  | 'edge'
  | 'box'
  | 'instruction'
  | 'object'
  | 'object-data'
  | 'picture'
  | 'list-text';

/** Destinations by their control word. Words that begin a group and stand in no row here are formatting. */
export const DESTINATIONS: ReadonlyMap<string, Destination> = new Map<string, Destination>([
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ['footnote', 'note'],
  ['annotation', 'comment'],
  ['atnauthor', 'comment-author'],
  ['header', 'edge'],
  ['headerl', 'edge'],
  ['headerr', 'edge'],
  ['headerf', 'edge'],
  ['footer', 'edge'],
  ['footerl', 'edge'],
  ['footerr', 'edge'],
  ['footerf', 'edge'],
  ['shptxt', 'box'],
  ['fldinst', 'instruction'],
  ['objdata', 'object-data'],
  ['pict', 'picture'],
  ['listtext', 'list-text'],
  ['pntext', 'list-text'],
  ...['shppict', 'shp', 'shpinst', 'shprslt', 'shpgrp', 'do', 'dptxbxtext', 'background', 'ud', 'ftnsep', 'result'].map(
    (word): [string, Destination] => [word, 'text'],
  ),
  ...['title', 'subject', 'author', 'operator', 'keywords', 'comment', 'doccomm', 'company', 'manager', 'category'].map(
    (word): [string, Destination] => [word, 'info'],
  ),
  ...[
    'colortbl',
    'list',
    'listlevel',
    'listname',
    'leveltext',
    'levelnumbers',
    'listtable',
    'listoverride',
    'listoverridetable',
    'listpicture',
    'rsidtbl',
    'revtbl',
    'filetbl',
    'generator',
    'themedata',
    'colorschememapping',
    'datastore',
    'xmlnstbl',
    'latentstyles',
    'template',
    'private',
    'bkmkstart',
    'bkmkend',
    'datafield',
    'nonshppict',
    'sp',
    'upr',
    'xe',
    'tc',
    'rxe',
    'ftnsepc',
    'ftncn',
    'aftnsep',
    'aftnsepc',
    'aftncn',
    'atnid',
    'atntime',
    'atnicn',
    'atnref',
    'atrfstart',
    'atrfend',
    'atndate',
    'atnparent',
    'nesttableprops',
    'objclass',
    'objname',
    'pnseclvl',
    'pgptbl',
    'mmathPr',
    'fchars',
    'lchars',
    'htmltag',
    'mhtmltag',
    'blipuid',
    'blipupi',
    'picprop',
  ].map((word): [string, Destination] => [word, 'skip']),
]);

/** Words that stand for a character. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '\u2014',
  endash: '\u2013',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '\u2022',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
  zwj: '\u200d',
  zwnj: '\u200c',
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
};
