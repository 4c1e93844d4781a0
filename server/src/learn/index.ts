export { openElection } from './election';
export type { Election } from './election';
export { learn, learner, merge, seedName, unlearned } from './learn';
export type { Schooling, Seed } from './learn';
