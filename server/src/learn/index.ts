export { openElection } from './election';
export type { Election } from './election';
export { learn, learner, merge, unlearned } from './learn';
export type { Schooling, Seed } from './learn';
