/**
 * The one running language client: started lazily, restarted on request or when a setting changes that it is started with. The only
 * mutable state of the extension besides open pages. No command, no text for people.
 */
import { EventEmitter, workspace, type Disposable, type Event, type LogOutputChannel } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { clientOptions } from './client-options';
import { RestraintNotification, type RestraintParams } from '../../server/src/lsp/requests';
import { answerFileRequests, type ReachableFiles } from './files';
import { handlers, restartAllowance, silence } from './outage';

/** Makes a client that is not yet started; differs between desktop and browser. */
export type Connect = (options: LanguageClientOptions) => BaseLanguageClient;

export type Restraint = NonNullable<RestraintParams['restraint']>;

export type ServerState = 'asleep' | 'starting' | 'running' | 'failed';

/** Milliseconds since the server was first asked for; null until it happens. */
export interface SessionTimings {
  /** The server is ready. */
  readonly server: number | null;
  /** The first answer with findings (or with none) has arrived. */
  readonly findings: number | null;
}

export interface Session extends Disposable {
  /** Starts the server when it sleeps; errors are logged and shown in the status, not thrown. One that failed waits for the user. */
  wake(): void;
  /** The running client; starts the server when it sleeps. Rejects when the server does not start. */
  client(): Promise<BaseLanguageClient>;
  restart(): Promise<void>;
  /** Ends the server and resolves when it is gone. */
  stop(): Promise<void>;
  timings(): SessionTimings;
  state(): ServerState;
  readonly onDidChangeState: Event<ServerState>;
  /** Why a report is checked on saving only, by URI; fires when that changes. */
  readonly restraints: ReadonlyMap<string, Restraint>;
  readonly onDidRestrain: Event<void>;
}

/** A session that sleeps until woken. */
export function openSession(connect: Connect, files: ReachableFiles, log: LogOutputChannel): Session {
  const changed = new EventEmitter<ServerState>();
  const restrained = new EventEmitter<void>();
  const restraints = new Map<string, Restraint>();
  const clock = stopwatch();
  let state: ServerState = 'asleep';
  let running: Promise<Started> | undefined;
  const enter = (next: ServerState): void => changed.fire((state = next));

  const allowance = restartAllowance();
  /** The server ended by itself. */
  const lost = (): void => {
    if (state !== 'running') return;
    running = undefined;
    if (allowance.take()) {
      log.warn('The server ended; starting it again.');
      quietly(client());
    } else {
      log.error('The server ended too often; it is not started again.');
      enter('failed');
    }
  };
  const begin = async (): Promise<Started> => {
    enter('starting');
    clock.begin();
    try {
      restraints.clear();
      const started = await startClient(connect, files, log, { answered: () => clock.note('findings'), lost });
      // Goes with the client.
      void started.client.onNotification(RestraintNotification, ({ uri, restraint }: RestraintParams) => {
        const key = started.client.protocol2CodeConverter.asUri(uri).toString();
        if (restraint) restraints.set(key, restraint);
        else restraints.delete(key);
        restrained.fire();
      });
      clock.note('server');
      enter('running');
      return started;
    } catch (cause) {
      // Forget the failed attempt, so that the next command or a restart tries afresh.
      running = undefined;
      enter('failed');
      throw cause;
    }
  };
  const client = async (): Promise<BaseLanguageClient> => (await (running ??= begin())).client;
  const stop = async (): Promise<void> => {
    const old = running;
    running = undefined;
    await old?.then((started) => started.stop(), () => undefined);
  };
  /** Whoever asks for the state from now on finds nothing to wake. */
  const end = (): Promise<void> => {
    state = 'asleep';
    return stop();
  };
  const restart = (): Promise<void> => {
    allowance.renew();
    return stop().then(client).then(() => undefined);
  };
  const quietly = (work: Promise<unknown>): void => void work.catch((cause: unknown) => log.error(cause instanceof Error ? cause : String(cause)));
  const settings = workspace.onDidChangeConfiguration((event) => {
    if (running && ['locale', 'diagnosticMode'].some((name) => event.affectsConfiguration(`reportwright.${name}`))) quietly(restart());
  });
  const dispose = (): void => {
    settings.dispose();
    quietly(end());
    changed.dispose();
    restrained.dispose();
  };
  return { wake: () => (state === 'failed' ? undefined : quietly(client())), client, restart, stop: end, timings: clock.timings, state: () => state, onDidChangeState: changed.event, restraints, onDidRestrain: restrained.event, dispose };
}

/** Notes the first time of each event, from the first `begin`. */
function stopwatch(): { begin(): void; note(event: keyof SessionTimings): void; timings(): SessionTimings } {
  let begun: number | undefined;
  let timings: SessionTimings = { server: null, findings: null };
  return {
    begin: () => void (begun ??= performance.now()),
    note: (event) => {
      timings = { ...timings, [event]: timings[event] ?? performance.now() - (begun ?? performance.now()) };
    },
    timings: () => timings,
  };
}

interface Started {
  readonly client: BaseLanguageClient;
  stop(): Promise<void>;
}

interface Events {
  /** An answer with findings has come. */
  readonly answered: () => void;
  /** A server that ran has ended by itself. */
  readonly lost: () => void;
}

async function startClient(connect: Connect, files: ReachableFiles, log: LogOutputChannel, { answered, lost }: Events): Promise<Started> {
  // Profiles and seeds change findings without any document changing; the server decides which changes matter.
  const watchers = ['**/reportwright.json', '**/*.json', '**/*.{txt,md,report}'].map((glob) => workspace.createFileSystemWatcher(glob));
  const release = (): void => [...watchers, answers].forEach((one) => one.dispose());
  let phase: 'starting' | 'running' | 'over' = 'starting';
  let giveUp: (cause: Error) => void = () => undefined;
  // A worker that cannot be loaded closes nothing and answers nothing: it only errs.
  const ended = new Promise<never>((_, reject) => (giveUp = reject));
  const onEnd = (): void => {
    if (phase === 'running') {
      phase = 'over';
      release();
      // After the client has put away what belonged to the connection.
      setTimeout(lost, 0);
    } else giveUp(new Error('The server ended while it was starting.'));
  };
  const onFault = (cause: Error): void => (phase === 'starting' ? giveUp(cause) : log.warn(String(cause.message)));
  const client = connect({ ...clientOptions(watchers, log, answered), ...handlers(onEnd, onFault) });
  const answers = answerFileRequests(client, files);
  silence(client, log);
  try {
    await Promise.race([client.start(), ended]);
  } catch (cause) {
    phase = 'over';
    release();
    void client.dispose().catch(() => undefined);
    throw cause;
  }
  phase = 'running';
  return {
    client,
    stop: async () => {
      phase = 'over';
      release();
      await client.stop().catch((cause: unknown) => log.warn(`stopping: ${String(cause)}`));
      await client.dispose().catch(() => undefined);
    },
  };
}
