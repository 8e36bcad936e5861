import { expect, test } from 'vitest';
import { detectLanguage } from './language.ts';

test.each([
  [
    'en',
    'JSC Zavod Zhar-Ptitsa, a subsidiary of the state-owned Concern Lukomorye, builds the drone at its plant in Severodolsk, the documents show.',
  ],
  [
    'en',
    'Pursuant to the Trade Act, the Norland Ministry of Trade has added Samovar Logistik LLC, INN 7712345671, to its list of restricted parties.',
  ],
  [
    'de',
    'Nach Angaben des Ministeriums verschworen sich die beiden Männer, um die Exportgesetze zu umgehen und Technik zu verkaufen.',
  ],
  ['ru', 'Просим допустить на территорию завода четырёх инженеров. Инженеры являются сотрудниками компании.'],
  ['uk', 'Просимо допустити на територію заводу чотирьох інженерів, які є співробітниками підприємства.'],
  ['it', 'Due imprenditori sono stati arrestati con l’accusa di avere esportato illegalmente tecnologia aeronautica.'],
  ['et', 'Mehed juhtisid ettevõtet, mis parandas ja eksportis avioonikat, ning esitas võimudele võltsitud andmeid.'],
  ['zh', '该公司向工厂交付了四十台发动机，并派遣工程师进行安装和培训，费用由买方承担，合同于去年签订。'],
  ['und', 'OK 12 345'],
])('%s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});
