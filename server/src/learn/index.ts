export { learn, learner, merge, unlearned } from './learn';
export type { Schooling, Seed } from './learn';
