/** AZ-BE-2019 in English, the text that prevails where interpretations diverge. */
import type { ClauseWords } from '../clause-text.js';

export const AZ_BE_2019_EN: ClauseWords = [
  ['1', 'The Participants will'],
  [
    '1(a)',
    'cooperate in exchanging publicly available information and experience concerning legislation in force in both States implemented in the field of migration by the Participants;',
  ],
  [
    '1(b)',
    'strengthen their cooperation among migration authorities by developing initiatives concerning areas of mutual interest, related to migration;',
  ],
  [
    '1(c)',
    'implement joint projects, provide technical assistance and organize trainings with the purpose of enhancing institutional capacity of both Participants.',
  ],
  ['2', 'The Participants will'],
  [
    '2(a)',
    'examine and analyze jointly the tools and systems used by both Participants to encourage regular migration, and',
  ],
  [
    '2(b)',
    'inform nationals of the States of both Participants about any legislative changes regarding regular migration.',
  ],
  ['3', 'The Participants will'],
  [
    '3(a)',
    'sensitize the respective national populations of their States on the risks of irregular migration and smuggling of migrants;',
  ],
  [
    '3(b)',
    'develop joint actions so that policies and measures taken by both Participants to prevent and to combat irregular migration can be implemented effectively and efficiently;',
  ],
  [
    '3(c)',
    'share information and coordinate initiatives at a strategic level, and according to their national legislation, on smuggling of migrants.',
  ],
  ['4', 'The Participants will'],
  [
    '4(a)',
    'exchange information and best practices on identification and return management in general;',
  ],
  [
    '4(b)',
    'cooperate on the creation of necessary communication channels that provide identification interviews and acceleration of procedures on identification of irregular migrants;',
  ],
  [
    '4(c)',
    'acknowledge the priority for voluntary return and encourage nationals of their States who are irregularly staying on the territory of the State of the other Participant to return in a voluntary way; giving all humanitarian aspects of their situation fair consideration, providing adequate notification;',
  ],
  [
    '4(d)',
    'facilitate, by any means necessary, the effective implementation of the "Agreement between the European Union and the Republic of Azerbaijan on the readmission of persons residing without authorisation", signed in Brussels on 28 February 2014.',
  ],
  [
    '5',
    'The Participants will assign contact points who will be responsible for establishing communication and for monitoring the implementation of the provisions of this Memorandum of Understanding.',
  ],
  [
    '6',
    'Any disagreement that may arise from the interpretation or implementation of this Memorandum of Understanding will be settled amicably through consultations or negotiations between the Participants.',
  ],
  [
    '7',
    'Any additions or amendments to this Memorandum of Understanding may be made by mutual written consent of the Participants. Such additions and amendments will be an integral part of this Memorandum of Understanding.',
  ],
  [
    '8',
    'This Memorandum of Understanding will come into effect on the date of its signing.\nThis Memorandum of Understanding will remain in effect for an indefinite period of time and will continue to have effect unless either of the Participants at least six (6) months in advance notifies through diplomatic channels the other Participant in written form of its intention to discontinue this Memorandum of Understanding.\nThis Memorandum of Understanding does not constitute an international agreement and does not create rights and obligations under international law.',
  ],
];
