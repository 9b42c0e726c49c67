/** One simulated gateway: it takes messages, makes its officers' moves, sends what is in its outbox, and dies. */
import {
  type Case,
  caseOf,
  type Delivery,
  type Message,
  type Motion,
} from '../../../src/requests/index.js';
import type { Agenda } from './agenda.js';
import { type Disk, openDisk, type Parcel, withStep } from './disk.js';
import type { Protocol } from './protocol.js';
import type { Random } from './random.js';
import type { Tally } from './tally.js';
import type { Weather } from './weather.js';

/** Thrown where a gateway dies: whatever it was doing ends there. */
class Death extends Error {}

export interface World {
  readonly agenda: Agenda;
  readonly random: Random;
  readonly protocol: Protocol;
  readonly tally: Tally;
  weather: Weather;
  /** Simulated instant until which nothing gets through. */
  outageUntil: number;
}

const RESEND = 3_600_000;
const LONGEST_PAUSE = 24 * RESEND;
const DOWN = 7_200_000;

export class Gateway {
  readonly disk: Disk = openDisk();
  /** The other gateway; set once both are there. */
  partner: Gateway | undefined;
  #isDown = false;
  #skew = 0;
  /** Which life this is: what an earlier one had in mind died with it. */
  #life = 0;

  constructor(
    readonly name: string,
    private readonly world: World,
    private readonly epoch: number,
  ) {
    this.#setClock();
  }

  get now(): number {
    return this.epoch + this.world.agenda.now + this.#skew;
  }

  /** Makes an officer's move; undefined where the gateway is down, dies of it, or does not have the case. */
  make(motion: Motion): ReturnType<Protocol['makeMove']>['delivery'] | undefined {
    return this.#live(() => {
      const found = this.disk.read().cases[motion.case];
      if (found === undefined) return undefined;
      const step = this.world.protocol.makeMove(found, motion, this.now);
      if (step.delivery === 'TAKEN') this.#keep(step.case, step.outgoing);
      return step.delivery;
    });
  }

  /** Puts a new case into the files. */
  file(draft: Case): void {
    this.disk.commit(withStep(this.disk.read(), draft, []));
  }

  /** What a gateway does by itself from time to time. */
  tick(): void {
    this.#live(() => {
      for (const found of Object.values(this.disk.read().cases)) {
        const step = this.world.protocol.whileWaiting(found, this.now);
        if (step !== undefined) this.#keep(step.case, step.outgoing);
      }
    });
  }

  #take(message: Message, answer: (delivery: Delivery) => void): void {
    this.#live(() => {
      const { deliver, answersAfterKeeping } = this.world.protocol;
      const found = this.disk.read().cases[caseOf(message)];
      const step = deliver(found, message, { gateway: this.name, now: this.now });
      this.world.tally.count(`deliveries: ${step.delivery}`);
      if (!answersAfterKeeping) answer(step.delivery);
      this.#mayDie();
      if (step.case !== undefined) this.#keep(step.case, step.outgoing);
      this.#mayDie();
      if (answersAfterKeeping) answer(step.delivery);
    });
  }

  #keep(next: Case, outgoing: readonly Message[]): void {
    const content = this.disk.read();
    this.#mayDie();
    if (!this.world.protocol.keepsTogether) {
      this.disk.commit(withStep(content, next, []));
      this.#mayDie();
    }
    const whole = withStep(content, next, outgoing);
    this.disk.commit(whole);
    this.#mayDie();
    for (const parcel of whole.outbox.slice(content.outbox.length)) this.#send(parcel);
  }

  #send(first: Parcel): void {
    const { random, protocol, agenda } = this.world;
    this.#live(() => {
      const content = this.disk.read();
      const parcel = content.outbox.find(({ id }) => id === first.id);
      if (parcel === undefined) return;
      const isOver = parcel.sendings >= protocol.mostSendings;
      const sent = { ...parcel, sendings: parcel.sendings + 1 };
      const outbox = content.outbox.flatMap((one) => {
        if (one.id !== parcel.id) return [one];
        return isOver ? [] : [sent];
      });
      this.disk.commit({ ...content, outbox });
      if (isOver) return;
      const message =
        parcel.sendings === 0 ? parcel.message : protocol.resend(parcel.message, random);
      this.#carry(() =>
        this.partner?.arrive(message, (delivery) =>
          this.#carry(() => this.#hear(parcel, delivery)),
        ),
      );
      const life = this.#life;
      const pause = Math.min(RESEND * 2 ** parcel.sendings, LONGEST_PAUSE);
      agenda.after(pause + random.between(0, RESEND), () => {
        if (life === this.#life) this.#send(parcel);
      });
    });
  }

  /** A message at this gateway's door. */
  arrive(message: Message, answer: (delivery: Delivery) => void): void {
    this.#take(message, answer);
  }

  #hear({ id }: Parcel, delivery: Delivery): void {
    if (!this.world.protocol.isDone(delivery)) return;
    this.#live(() => {
      const content = this.disk.read();
      const parcel = content.outbox.find((one) => one.id === id);
      if (parcel === undefined) return;
      const isTaken = delivery === 'TAKEN' || delivery === 'DUPLICATE' || delivery === 'HELD';
      this.#mayDie();
      this.disk.commit({
        ...content,
        outbox: content.outbox.filter((one) => one.id !== id),
        dead: isTaken || delivery === 'LATER' ? content.dead : [...content.dead, parcel],
      });
    });
  }

  /** The net: lost, twice, late. */
  #carry(come: () => void): void {
    const { agenda, random, weather, tally } = this.world;
    const copies = random.hits(weather.duplication) ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const isLost = random.hits(weather.loss) || agenda.now < this.world.outageUntil;
      tally.count(isLost ? 'messages lost on the way' : 'messages carried');
      if (!isLost) agenda.after(random.between(1, weather.longestWay), come);
    }
  }

  #mayDie(): void {
    if (this.world.random.hits(this.world.weather.crash)) throw new Death();
  }

  /** Does something unless the gateway is down; a death ends it, and a restart reads what was kept. */
  #live<T>(act: () => T): T | undefined {
    if (this.#isDown) return undefined;
    try {
      return act();
    } catch (fault) {
      if (!(fault instanceof Death)) throw fault;
      this.#isDown = true;
      this.world.tally.count('crashes');
      this.world.agenda.after(this.world.random.between(1, DOWN), () => this.#restart());
      return undefined;
    }
  }

  #restart(): void {
    if (this.world.protocol.losesLastStep) this.disk.loseLastStep();
    this.disk.reload();
    this.#isDown = false;
    this.#life += 1;
    this.#setClock();
    for (const parcel of this.disk.read().outbox) this.#send(parcel);
  }

  #setClock(): void {
    const { skew } = this.world.weather;
    this.#skew = this.world.random.between(-skew, skew);
  }
}
