/** A server that has seen a thousand reports come and go holds no more than one that has seen a few. */
import { setFlagsFromString, getHeapStatistics } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { seeds } from '../kit/corpus';
import { connect } from './client';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes in use once nothing is left to collect. */
async function held(): Promise<number> {
  // What hangs on weak references goes in a second round, after the callbacks of the first.
  for (let round = 0; round < 3; round++) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return getHeapStatistics().used_heap_size / 2 ** 20;
}

const WARM_UP = 200;
const REPORTS = 1000;
/** Megabytes for all of them, less than their texts alone: none is kept, nor anything that was made of it. */
const GROWTH = 2;

describe('a long day', () => {
  it('a thousand reports opened, checked and closed are forgotten', async () => {
    const client = await connect();
    const cycle = async (from: number, to: number): Promise<void> => {
      for (let i = from; i < to; i++) {
        const uri = `file:///day/${i}.report.txt`;
        await client.open(uri, `${seeds[i % seeds.length]!.text.slice(0, 1500)}\n第${i}份`);
        const found = await client.pull(uri);
        if (found.kind !== 'full') throw new Error(`report ${i} was not checked`);
        await client.close(uri);
        client.forget(uri);
      }
    };
    await cycle(0, WARM_UP);
    const before = await held();
    await cycle(WARM_UP, WARM_UP + REPORTS);
    expect((await held()) - before).toBeLessThan(GROWTH);
    client.dispose();
  }, 120_000);
});
