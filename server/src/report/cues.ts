/**
 * Cues by which the function of a section or passage is recognised: patterns that come as data. Compiled once, matched many times.
 */

/** What tells a slot. Patterns are over folded text in which the report's year reads 本年度 and the next one 下年度. */
export interface SlotCue {
  readonly id: string;
  /** Patterns of heading words. */
  readonly heading: readonly string[];
  /** Patterns that speak against a heading although one of the above fits. */
  readonly notHeading?: readonly string[];
  /** Patterns of a sentence with which a passage of this kind begins. */
  readonly opening?: readonly string[];
  /** Patterns that say in passing, anywhere in running text, that the matter is reported (for matters that rarely have a heading). */
  readonly mention?: readonly string[];
  /** First-level sections that are nothing else belong here. */
  readonly residual?: boolean;
  /** Part of the report (0 to 1) where passages of this kind can begin. */
  readonly within?: readonly [number, number];
  /** Its content lies inside this other slot, so it has no place of its own in the order. */
  readonly inside?: string;
}

/** What tells a topic. */
export interface TopicCue {
  readonly id: string;
  readonly slot: string;
  readonly heading: readonly string[];
  /** Terms; the topic is treated when enough different ones occur. */
  readonly text: readonly string[];
  readonly enough?: number;
}

export interface CompiledSlot {
  readonly cue: SlotCue;
  readonly heading: readonly RegExp[];
  readonly notHeading: RegExp | null;
  readonly opening: RegExp | null;
  readonly mention: RegExp | null;
}

interface Term {
  readonly topic: number;
  readonly bit: number;
  readonly pattern: RegExp;
}

export interface CompiledCues {
  readonly slots: readonly CompiledSlot[];
  readonly topics: readonly TopicCue[];
  readonly topicHeadings: readonly (RegExp | null)[];
  /** Terms by the character they begin with. */
  readonly terms: ReadonlyMap<number, readonly Term[]>;
  /** 1 for each character that a term begins with, so that most characters of a text cost one look-up. */
  readonly begins: Uint8Array;
}

export function compileCues(slots: readonly SlotCue[], topics: readonly TopicCue[]): CompiledCues {
  const terms = termsOf(topics);
  return {
    slots: slots.map((cue) => ({
      cue,
      heading: cue.heading.map((pattern) => new RegExp(pattern)),
      notHeading: any(cue.notHeading),
      opening: any(cue.opening),
      mention: any(cue.mention),
    })),
    topics,
    topicHeadings: topics.map((topic) => any(topic.heading)),
    terms,
    begins: Uint8Array.from({ length: 0x10000 }, (_, code) => (terms.has(code) ? 1 : 0)),
  };
}

function any(patterns: readonly string[] | undefined): RegExp | null {
  return patterns && patterns.length ? new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|')) : null;
}

function termsOf(topics: readonly TopicCue[]): Map<number, Term[]> {
  const byFirst = new Map<number, Term[]>();
  topics.forEach((topic, index) => {
    topic.text.forEach((pattern, bit) => {
      const first = pattern.charCodeAt(0);
      const term = { topic: index, bit: bit % 31, pattern: new RegExp(pattern, 'y') };
      const known = byFirst.get(first);
      if (known) known.push(term);
      else byFirst.set(first, [term]);
    });
  });
  return byFirst;
}

/** Which terms of which topics occur in folded `text`: one bit mask per topic. */
export function topicMasks(text: string, cues: CompiledCues): Int32Array {
  const masks = new Int32Array(cues.topics.length);
  const { begins } = cues;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (begins[code] === 0) continue;
    for (const term of cues.terms.get(code)!) {
      term.pattern.lastIndex = i;
      if (term.pattern.test(text)) masks[term.topic]! |= 1 << term.bit;
    }
  }
  return masks;
}

/** Number of different terms in a mask. */
export function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
}
