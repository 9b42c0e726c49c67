/** The desk of cooperation without personal data (Article 7; memorandum, paragraphs 1, 3 and 5). */
import type { CooperationHallDesk } from '../../graph/index.js';
import { moveActivity, proposeActivity, takesPart } from './activities.js';
import { contactHistory, contactsAt, endContact, recordContact } from './contacts.js';
import { monitor } from './monitor.js';
import type { CooperationRooms } from './rooms.js';

/** Opens the desk. */
export function openCooperationDesk(rooms: CooperationRooms): CooperationHallDesk {
  return {
    propose: (who, plan, { cleared }) => proposeActivity(rooms, who, { plan, cleared }),
    move: (who, step) => moveActivity(rooms, who, step),
    async show(who, id) {
      const found = await rooms.activities.load(id);
      return found !== undefined && takesPart(found, who) ? found : undefined;
    },
    list: ({ authority }, query) => rooms.activities.list({ ...query, authority }),
    contactPoints: (who, query) => contactsAt(rooms, who, query),
    contactHistory: (who, authority) => contactHistory(rooms, who, authority),
    recordContact: (who, wish) => recordContact(rooms, who, wish),
    endContact: (who, wish) => endContact(rooms, who, wish),
    monitoring: (who, asked) => monitor(rooms, who, asked),
  };
}
