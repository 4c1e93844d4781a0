/** Where a report may lie: findings belong on texts that can be edited, wherever they lie, and nothing is written where nothing can be. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Uri } from 'vscode';

const disk = vi.hoisted(() => ({ written: [] as string[], folders: [] as string[] }));

vi.mock('vscode', () => ({
  l10n: { t: (text: string) => text }, window: {},
  workspace: {
    fs: {
      // As VS Code answers: true or false for a file system that is registered, nothing for a scheme of documents.
      isWritableFileSystem: (scheme: string) => ({ file: true, 'vscode-remote': true, sample: true, archive: false }[scheme]),
      writeFile: ({ path }: Uri) => Promise.resolve(void disk.written.push(path)),
      rename: (_: Uri, to: Uri) => Promise.resolve(void disk.written.push(to.path)),
      delete: () => Promise.resolve(),
    },
    get workspaceFolders() {
      return disk.folders.map((scheme) => ({ uri: { scheme } }));
    },
  },
}));

const { isDraft, reportSelector } = await import('../../client/src/report-document');
const { writeWhole } = await import('../../client/src/write-whole');

const uri = (scheme: string, path = '/a.report'): Uri => {
  const made = { scheme, path, with: (change: { path: string }) => uri(scheme, change.path) };
  return made as unknown as Uri;
};
beforeEach(() => Object.assign(disk, { written: [], folders: [] }));

describe('findings', () => {
  test.each(['file', 'untitled', 'vscode-remote', 'sample'])('are for %s', (scheme) => expect(isDraft(uri(scheme))).toBe(true));

  test.each(['git', 'gitlens', 'vscode-local-history', 'output', 'archive'])('are not for %s: the same text would have them twice, or nobody could mend it', (scheme) => expect(isDraft(uri(scheme))).toBe(false));

  test('are for the scheme of the folder that is open, even one that can only be read', () => {
    disk.folders = ['vscode-vfs'];
    expect([isDraft(uri('vscode-vfs')), isDraft(uri('git'))]).toEqual([true, false]);
  });

  test('everything else a report has is there in every scheme: a diff, a page of history', () => expect(reportSelector).toEqual([{ language: 'annual-report' }]));
});

describe('writing', () => {
  test('goes beside the target first, and then takes its place', async () => {
    await writeWhole(uri('file', '/x.json'), '{}');
    expect(disk.written).toEqual([expect.stringMatching(/^\/x\.json\..+\.tmp$/), '/x.json']);
  });

  test('where nothing can be written is refused in words', async () => {
    await expect(writeWhole(uri('archive'), '{}')).rejects.toThrow('This folder can only be read');
    expect(disk.written).toEqual([]);
  });
});
