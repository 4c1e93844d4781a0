/**
 * The one running language client: started lazily, restarted on request or when the display language setting changes. The only
 * mutable state of the extension besides open pages. No command, no text for people.
 */
import { EventEmitter, workspace, type Disposable, type Event, type LogOutputChannel } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { clientOptions } from './client-options';
import { answerFileRequests, type ReachableFiles } from './files';

/** Makes a client that is not yet started; differs between desktop and browser. */
export type Connect = (options: LanguageClientOptions) => BaseLanguageClient;

export type ServerState = 'asleep' | 'starting' | 'running' | 'failed';

/** Milliseconds since the server was first asked for; null until it happens. */
export interface SessionTimings {
  /** The server is ready. */
  readonly server: number | null;
  /** The first answer with findings (or with none) has arrived. */
  readonly findings: number | null;
}

export interface Session extends Disposable {
  /** Starts the server when it sleeps; errors are logged and shown in the status, not thrown. */
  wake(): void;
  /** The running client; starts the server when it sleeps. Rejects when the server does not start. */
  client(): Promise<BaseLanguageClient>;
  restart(): Promise<void>;
  timings(): SessionTimings;
  state(): ServerState;
  readonly onDidChangeState: Event<ServerState>;
}

/** A session that sleeps until woken. */
export function openSession(connect: Connect, files: ReachableFiles, log: LogOutputChannel): Session {
  const changed = new EventEmitter<ServerState>();
  const clock = stopwatch();
  let state: ServerState = 'asleep';
  let running: Promise<Started> | undefined;
  const enter = (next: ServerState): void => changed.fire((state = next));

  const begin = async (): Promise<Started> => {
    enter('starting');
    clock.begin();
    try {
      const started = await startClient(connect, files, log, () => clock.note('findings'));
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
  const restart = (): Promise<void> => stop().then(client).then(() => undefined);
  const quietly = (work: Promise<unknown>): void => void work.catch((cause: unknown) => log.error(cause instanceof Error ? cause : String(cause)));
  const settings = workspace.onDidChangeConfiguration((event) => {
    if (running && event.affectsConfiguration('reportwright.locale')) quietly(restart());
  });
  const dispose = (): void => {
    settings.dispose();
    quietly(stop());
    changed.dispose();
  };
  return { wake: () => quietly(client()), client, restart, timings: clock.timings, state: () => state, onDidChangeState: changed.event, dispose };
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

async function startClient(connect: Connect, files: ReachableFiles, log: LogOutputChannel, answered: () => void): Promise<Started> {
  // Profiles and seeds change findings without any document changing; the server decides which changes matter.
  const watchers = ['**/reportwright.json', '**/*.json', '**/*.{txt,md,report}'].map((glob) => workspace.createFileSystemWatcher(glob));
  const client = connect(clientOptions(watchers, log, answered));
  const answers = answerFileRequests(client, files);
  const release = (): void => [...watchers, answers].forEach((one) => one.dispose());
  try {
    await client.start();
  } catch (cause) {
    release();
    throw cause;
  }
  return {
    client,
    stop: async () => {
      release();
      await client.stop().catch((cause: unknown) => log.warn(`stopping: ${String(cause)}`));
      await client.dispose().catch(() => undefined);
    },
  };
}
