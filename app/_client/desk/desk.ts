import { WALL_STEERERS } from '#wire/http/access.ts';
import type { Me } from '#wire/http/me.ts';
import type { Language } from '../i18n/language.ts';
import type { Picture } from '../realtime/picture.ts';
import { ValueStore } from '../stores/value-store.ts';
import { ActForms } from './acts/act-forms.ts';
import type { ActId } from './acts/acts.ts';
import { answerable } from './acts/asked.ts';
import { closedByHand } from './acts/closed-by-hand.ts';
import { replyable } from './acts/first-input.ts';
import { ActRunner, newRequestId } from './acts/act-runner.ts';
import { suggestedDepartment } from './acts/offered-departments.ts';
import { Drafts } from './acts/drafts.ts';
import { readRules } from './api.ts';
import { CityTime } from './clock/city-time.ts';
import { OpenCase, type ReadCase } from './case/open-case.ts';
import { RulesStore } from './names/rules-store.ts';
import type { QueueFilter } from './queue/filter.ts';
import { searchWords } from './queue/search-words.ts';
import type { QueueItem } from './queue/order.ts';
import { AlarmSound } from './sound/alarm-sound.ts';
import type { Speaker } from './sound/speaker.ts';
import { floodOf } from './load/flood.ts';
import { AlertQueue } from './queue/alerts/alert-queue.ts';
import { planBulk, type BulkAct, type BulkInput, type BulkStep } from './queue/bulk/bulk.ts';
import { BulkRunner } from './queue/bulk/bulk-runner.ts';
import { WaitingQueue } from './queue/queue-source.ts';
import { QueueStore } from './queue/queue-store.ts';
import { readMentions, sayRead } from './mentions/mention-api.ts';
import { MentionList } from './mentions/mention-list.ts';
import { WallPusher } from './walls/wall-pusher.ts';
import type { Card } from './queue/shown.ts';
import { LINE_ACTS, QUEUES, queuesOf, type QueueName } from './queue/queues.ts';
import type { WaitingQueueName } from './queue/waiting-order.ts';

/** What the officer has folded open. */
export type DeskView = {
  readonly steps: boolean;
  readonly wholeTimeline: boolean;
  readonly keys: boolean;
  /** The palette of commands. */
  readonly palette: boolean;
  /** Comments that name the officer. */
  readonly mentions: boolean;
  readonly walls: boolean;
  /** How the load is counted. */
  readonly load: boolean;
  /** Whether the alarm can be heard. */
  readonly sound: boolean;
  /** Kept views of the queue. */
  readonly views: boolean;
  /** What the shift started from, in the middle instead of a case. */
  readonly handover: boolean;
};

/** Under which texts for acts on several are kept. */
const BULK_DRAFTS = 'several';

/** Working late, a clock reads its overrun anew this often: the server counts it, the page only carries it on. */
const READ_ANEW_MS = 60_000;

/** One officer's desk: the live picture, the queues on it, the open case, and what is being typed and done. */
export class Desk {
  readonly me: Me;
  readonly picture: Picture;
  readonly queues: Readonly<Record<QueueName, QueueStore>>;
  /** The queue in sight. */
  readonly shown = new ValueStore<QueueName>('alerts');
  readonly open: OpenCase;
  readonly runner: ActRunner;
  readonly drafts: Drafts;
  readonly forms: ActForms;
  readonly time: CityTime;
  readonly rules = new RulesStore(readRules);
  readonly pusher = new WallPusher();
  /** What must not be missed. */
  readonly alarm: AlarmSound;
  /** Comments that name the officer. */
  readonly mentions: MentionList;
  /** Acts on several lines of the queue. */
  readonly bulk: BulkRunner;
  readonly view = new ValueStore<DeskView>({
    steps: true,
    wholeTimeline: false,
    keys: false,
    palette: false,
    mentions: false,
    walls: false,
    load: false,
    sound: false,
    views: false,
    handover: false,
  });

  /** The last taking or giving back, to its end: a case may have several alerts. */
  claiming: Promise<boolean> = Promise.resolve(false);

  #attended: number | null = null;

  constructor(me: Me, picture: Picture, readCase: ReadCase, storage: Storage | null, speaker: Speaker) {
    const now = (): number => picture.now();
    this.me = me;
    this.picture = picture;
    const names = picture.dictionary;
    const waiting = (name: WaitingQueueName): QueueStore =>
      new QueueStore(
        new WaitingQueue(name, picture.waiting, me, now, (row) => searchWords(row, names, this.rules.value)),
      );
    const zoneMs = (): number => this.time.aheadOfUtc(now());
    const alerts = { store: picture.alerts, names, me: me.id, now, zoneMs, flood: () => floodOf(picture.load.value) };
    this.queues = {
      alerts: new QueueStore(new AlertQueue(alerts)),
      requests: waiting('requests'),
      supervisions: waiting('supervisions'),
      tasks: waiting('tasks'),
    };
    this.open = new OpenCase(readCase, now);
    this.runner = new ActRunner((command) => picture.client.command(command), now);
    this.alarm = new AlarmSound({ alerts: picture.alerts, speaker, now, storage });
    this.bulk = new BulkRunner({
      send: (command) => picture.client.command(command),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      now,
      me: me.id,
    });
    this.mentions = new MentionList({ read: readMentions, sayRead, now });
    this.drafts = new Drafts(storage);
    this.time = new CityTime(picture.dictionary);
    this.forms = new ActForms(me.id, this.open, this.runner, this.drafts, ({ categoryKey, place }) => {
      return suggestedDepartment(picture.dictionary.value?.departments ?? [], categoryKey, place);
    });
  }

  /** The queue in sight. */
  get queue(): QueueStore {
    return this.queues[this.shown.value];
  }

  /** Follows the live picture until the returned function is called. */
  start(): () => void {
    const { link } = this.picture.client;
    const stops = [
      ...QUEUES.map((name) => this.queues[name].start()),
      this.picture.notices.follow(({ caseId, version, what }) => {
        if (what === 'commented') this.mentions.lookAgain();
        if (this.open.detail?.summary.id === caseId) void this.open.refresh(version);
      }),
      this.picture.notices.onBegun(() => void this.open.refresh()),
      this.picture.notices.onBegun(() => this.mentions.lookAgain()),
      () => this.mentions.stop(),
      // Alerts carry the version too: a notice that was missed is made good by them.
      this.picture.alerts.subscribe(() => this.#catchUp()),
      link.state.subscribe(() => {
        if (link.state.value.phase !== 'live') return;
        void this.open.refresh();
        void this.rules.read();
      }),
      this.open.subscribe(() => this.forms.follow()),
      this.open.subscribe(() => this.#attend()),
      link.state.subscribe(() => this.#attend(true)),
      this.#followFlood(),
      this.alarm.start(),
    ];
    const timer = setInterval(() => void this.open.refresh(), READ_ANEW_MS);
    return () => {
      clearInterval(timer);
      for (const stop of stops) stop();
    };
  }

  /** Brings a queue into sight; what holds the one before (the pointer is over it) holds this one. */
  show(name: QueueName): void {
    if (name === this.shown.value || !queuesOf(this.me).includes(name)) return;
    const holds = this.queue.leave();
    this.shown.set(name);
    for (const why of holds) this.queue.hold(why, true);
  }

  /** Opens or closes a card where it stands; an opened one brings the worst of its cases into sight. */
  openCard(card: Card): void {
    this.queue.select(card.id);
    this.queue.toggle(card.id);
    if (!card.open && !card.gone) void this.#openNumber(card.worst.caseNumber);
  }

  /** Selects a line and opens its case. */
  openLine(item: QueueItem): Promise<void> {
    this.queue.select(item.id);
    return this.#openNumber(item.caseNumber);
  }

  /**
   * Begins the first of some acts that is possible: on the selected line where the keyboard is in a list that is there
   * for them, else on the open case. What the line is about is filled in.
   */
  async begin(acts: readonly ActId[]): Promise<boolean> {
    const { queue } = this;
    const item = queue.selectedItem;
    const forLine = acts.some((act) => LINE_ACTS[queue.source.name].includes(act));
    if (item !== null && forLine && queue.hasKeyboard && this.open.number !== item.caseNumber)
      await this.openLine(item);
    this.fold({ walls: false });
    const begun = acts.find((act) => this.forms.begin(act));
    if (begun === undefined) return false;
    if (item !== null && item.caseNumber === this.open.number) this.#fillIn(begun, item);
    return true;
  }

  /** Opens a case and keeps it in the address, so that a reload returns to it. */
  openCase(number: string, caseId: number | null = null): void {
    if (caseId !== null) this.queue.selectCase(caseId);
    void this.#openNumber(number);
  }

  /** Opens or closes the question on which wall to show the open case; only for whoever may steer walls. */
  askForWall(): void {
    if (this.open.detail === null || !this.steersWalls) return;
    this.forms.leave();
    this.fold({ walls: !this.view.value.walls });
  }

  get steersWalls(): boolean {
    return WALL_STEERERS.some((role) => role === this.me.role);
  }

  #openNumber(number: string): Promise<void> {
    this.forms.leave();
    this.fold({ handover: false, walls: false });
    if (this.runner.value.phase !== 'pending') this.runner.dismiss();
    const opened = this.open.open(number);
    this.mentions.readCase(number);
    const address = new URL(location.href);
    address.searchParams.set('case', number);
    history.replaceState(history.state, '', address);
    return opened;
  }

  /** The cases that an act on several is about: those picked, else all of the selected card. */
  get picked(): readonly number[] {
    const { queue } = this;
    if (queue.source.name !== 'alerts') return [];
    if (queue.marks.cases.size > 0) return [...queue.marks.cases];
    return queue.hasKeyboard && queue.selectedCard !== null ? queue.source.casesOf(queue.selectedCard.id) : [];
  }

  /** Asks for reason and end of putting aside, or of closing, what is picked, else the open case. */
  askAbout(act: 'shelve' | 'close-alert'): void {
    const { picked } = this;
    const open = this.open.detail?.summary.id;
    const selected =
      this.queue.source.name === 'alerts' && this.queue.hasKeyboard ? this.queue.selectedItem?.caseId : undefined;
    const one = selected ?? open;
    this.show('alerts');
    this.bulk.ask(act, picked.length > 0 ? picked : one === undefined ? [] : [one], this.#bulkDraft(act));
  }

  /** Asks for a yes to an act on all that is picked; false where nothing is. */
  askBulk(act: BulkAct): boolean {
    const { picked } = this;
    this.bulk.ask(act, picked, this.#bulkDraft(act));
    return picked.length > 0;
  }

  /** What an act on several would do, case by case. */
  planBulk(act: BulkAct, cases: readonly number[], input: BulkInput): readonly BulkStep[] {
    const departments = this.picture.dictionary.value?.departments ?? [];
    const picked = cases.map((caseId) => {
      const item = this.queues.alerts.itemOf(caseId);
      return { caseId, caseNumber: item?.caseNumber ?? '', alerts: item?.alerts ?? [] };
    });
    return planBulk(act, picked, input, {
      me: this.me.id,
      suggested: (row) => suggestedDepartment(departments, row.categoryKey, row),
      newRequestId,
      now: Math.round(this.picture.now()),
    });
  }

  /** Takes the open case's alerts that nobody has; true when one was taken. */
  take(): Promise<boolean> {
    return (this.claiming = this.#take());
  }

  /** Gives back what one has of the open case, brings back what is shelved; where there is neither, what was closed. */
  release(): Promise<boolean> {
    return (this.claiming = this.#release());
  }

  async #take(): Promise<boolean> {
    const detail = this.open.detail;
    const free = detail?.alerts.filter(({ status }) => status === 'open') ?? [];
    let taken = false;
    for (const { id, caseNumber } of free) taken = (await this.runner.take(id, caseNumber)) || taken;
    if (taken) await this.open.refresh();
    return taken;
  }

  async #release(): Promise<boolean> {
    const { detail } = this.open;
    const held =
      detail?.alerts.filter(
        ({ status, takenBy }) => status === 'shelved' || (status === 'taken' && takenBy === this.me.id),
      ) ?? [];
    const mine = held.length > 0 || detail === null ? held : closedByHand(detail);
    let released = false;
    for (const { id, caseNumber } of mine) released = (await this.runner.release(id, caseNumber)) || released;
    if (released) await this.open.refresh();
    return released;
  }

  /** Whether something is laid over the desk that has the keyboard to itself. */
  get hasPopup(): boolean {
    const { keys, palette, mentions, load, sound, views } = this.view.value;
    return keys || palette || mentions || load || sound || views;
  }

  /** Brings a kept view of the alerts into sight. */
  goTo(filter: Partial<QueueFilter>): void {
    this.show('alerts');
    this.queues.alerts.setFilter(filter);
    this.fold({ views: false });
  }

  fold(change: Partial<DeskView>): void {
    this.view.set({ ...this.view.value, ...change });
  }

  /** What was typed for an act on several and not sent. */
  #bulkDraft(act: BulkAct): string {
    return this.drafts.read(BULK_DRAFTS, act).text;
  }

  /** Fills in the question about an act on several; its text is kept until it is sent. */
  fillBulk(act: BulkAct, change: Partial<BulkInput>): void {
    if (change.text !== undefined) this.drafts.write(BULK_DRAFTS, act, change.text, Date.now());
    this.bulk.fill(change);
  }

  /** Carries an act on several out; its text is typed anew the next time. */
  async runBulk(act: BulkAct, steps: readonly BulkStep[]): Promise<void> {
    const lines = await this.bulk.begin(act, steps);
    if (lines.length === 0) return;
    this.drafts.clear(BULK_DRAFTS, act);
    await this.open.refresh();
  }

  /** A form begun from a line is about that line's request or supervision, while it still waits. */
  #fillIn(act: ActId, { worst }: QueueItem): void {
    const detail = this.open.detail;
    if (detail === null || !('queue' in worst) || worst.queue === 'task') return;
    const { no } = worst;
    if (act === 'answer' && answerable(detail).some((one) => one.no === no)) this.forms.fill({ request: no });
    if (act === 'reply' && replyable(detail).some((one) => one.no === no)) this.forms.fill({ supervision: no });
  }

  /** Says which case is open here, so that all see who else has it; anew on every connection. */
  #attend(anew = false): void {
    const { link } = this.picture.client;
    if (anew) this.#attended = null;
    if (link.state.value.phase !== 'live') return;
    const caseId = this.open.detail?.summary.id ?? null;
    if (caseId === this.#attended) return;
    this.#attended = caseId;
    void link.ask('attend', { caseId });
  }

  /** A flood that begins or ends folds the queue another way. */
  #followFlood(): () => void {
    let before: number | null = null;
    return this.picture.load.subscribe(() => {
      const since = floodOf(this.picture.load.value)?.since ?? null;
      if (since === before) return;
      before = since;
      this.queues.alerts.lookAgain();
    });
  }

  #catchUp(): void {
    const detail = this.open.detail;
    if (detail === null) return;
    const live = this.queues.alerts.itemOf(detail.summary.id);
    const held = new Map(detail.alerts.map((alert) => [alert.id, alert]));
    const differs = live?.alerts.some((row) => {
      const known = held.get(row.id);
      return known === undefined || known.status !== row.status || known.takenBy !== row.takenBy;
    });
    if (differs || (live !== null && live.worst.caseVersion > detail.summary.version)) void this.open.refresh();
  }
}

/** A name in the officer's language, with the other one where it is missing. */
export function named(language: Language, zh: string, en: string): string {
  return language === 'zh' ? zh || en : en || zh;
}
