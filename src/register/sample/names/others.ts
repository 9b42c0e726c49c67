/** Names of people of third countries: `as on the document|ru-Cyrl`. Surnames do not change with sex unless they end in -в or -н. */
import { type NamePair, pairs } from './pairs.js';

export interface NameTables {
  readonly men: readonly [NamePair, ...NamePair[]];
  readonly women: readonly [NamePair, ...NamePair[]];
  readonly surnames: readonly [NamePair, ...NamePair[]];
}

export const OTHER_NAMES = {
  RUS: {
    men: pairs('Sergei|Сергей Pavel|Павел Andrei|Андрей Egor|Егор'),
    women: pairs('Olga|Ольга Irina|Ирина Elena|Елена Daria|Дарья'),
    surnames: pairs('Kovrigin|Ковригин Lapshin|Лапшин Semenov|Семёнов Travnikov|Травников'),
  },
  UKR: {
    men: pairs('Taras|Тарас Bohdan|Богдан Oleh|Олег'),
    women: pairs('Oksana|Оксана Hanna|Анна Iryna|Ирина'),
    surnames: pairs('Kovalchuk|Ковальчук Panchenko|Панченко Dovhal|Довгаль'),
  },
  GEO: {
    men: pairs('Giorgi|Георгий Levan|Леван Zurab|Зураб'),
    women: pairs('Nino|Нино Tamar|Тамара Eka|Эка'),
    surnames: pairs('Maisuradze|Майсурадзе Lomidze|Ломидзе Beridze|Беридзе'),
  },
  TUR: {
    men: pairs('Mehmet|Мехмет Emre|Эмре Yiğit|Йигит'),
    women: pairs('Ayşe|Айше Elif|Элиф Gül|Гюль'),
    surnames: pairs('Yıldız|Йылдыз Çelik|Челик Öztürk|Озтюрк'),
  },
  UZB: {
    men: pairs('Jasur|Жасур Sardor|Сардор Otabek|Отабек'),
    women: pairs('Dilnoza|Дильноза Nigora|Нигора Shahlo|Шахло'),
    surnames: pairs('Yusupov|Юсупов Tursunov|Турсунов Rahimov|Рахимов'),
  },
} as const satisfies Record<string, NameTables>;

export type OtherCountry = keyof typeof OTHER_NAMES;
