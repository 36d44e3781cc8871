/** The earlier names of the flow harness. */
export {
  createHarness as createStage,
  type FlowHarness as Stage,
  type HarnessOptions as StageOptions,
  repeatableRandom,
  START_MS,
} from './flow-harness'
