/** Names as people of Azerbaijan write them: `az-Latn|ru-Cyrl`. Surnames in the masculine form; all invented in combination. */
import { pairs } from './pairs.js';

export const AZERBAIJANI_MEN = pairs(`
  Rəşad|Рашад Elçin|Эльчин Vüqar|Вугар Anar|Анар Tural|Турал Orxan|Орхан Ceyhun|Джейхун Əli|Али Hüseyn|Гусейн
  Kamran|Кямран Ramil|Рамиль Nicat|Ниджат Fərid|Фарид Şahin|Шахин Müşfiq|Мушфиг Elnur|Эльнур Rövşən|Ровшан
  Zaur|Заур İsmayıl|Исмаил Qurban|Гурбан Yusif|Юсиф Samir|Самир Ülvi|Ульви Çingiz|Чингиз Oqtay|Октай
  Tofiq|Тофик Eldar|Эльдар Qəzənfər|Газанфар`);

export const AZERBAIJANI_WOMEN = pairs(`
  Aygün|Айгюн Leyla|Лейла Günel|Гюнель Nigar|Нигяр Sevinc|Севиндж Aytən|Айтен Könül|Кёнуль Şəbnəm|Шабнам
  Gülşən|Гюльшан Lalə|Лала Nərmin|Нармин Xədicə|Хадиджа Ülviyyə|Ульвия Zəhra|Захра Fidan|Фидан Türkan|Туркан
  Çinarə|Чинара Pərvanə|Парвана Səbinə|Сабина Ruxsarə|Рухсара İradə|Ирада Ağabacı|Агабаджи`);

export const AZERBAIJANI_SURNAMES = pairs(`
  Əliyev|Алиев Məmmədov|Мамедов Hüseynov|Гусейнов Quliyev|Кулиев Həsənov|Гасанов İsmayılov|Исмаилов Babayev|Бабаев
  Rzayev|Рзаев Cəfərov|Джафаров Səfərov|Сафаров Əhmədov|Ахмедов Süleymanov|Сулейманов Abbasov|Аббасов
  Şirinov|Ширинов Qasımov|Касумов Vəliyev|Велиев Nəbiyev|Набиев Ağayev|Агаев Əlizadə|Ализаде Rəsulzadə|Расулзаде
  Axundzadə|Ахундзаде Həsənli|Гасанлы Qarabağlı|Карабаглы Məmmədli|Мамедли Ordubadlı|Ордубадлы Quluzadə|Кулизаде
  Göyüşlü|Геюшлю Cavadlı|Джавадлы`);
