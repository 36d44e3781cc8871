import { config } from 'rxjs'
import { changeLock, doStep } from './do-step'
import type { Facts } from './facts'
import type { Sabotage } from './open-panel'
import { checkCommands } from './rules/commands'
import { checkCreated } from './rules/created'
import { checkBounds, checkLeftovers } from './rules/ending'
import { checkSecrets } from './rules/secrets'
import { checkSyncs } from './rules/syncs'
import { settleStory } from './settle'
import type { Story } from './story'
import { createStoryWorld, type StoryWorld } from './story-world'

/** Longer than every window and every timer of a lock. */
const AFTERWARDS_MS = 120_000
const CHECK_MS = 10_000
/** Everything works again: from now on each flow ends within its bound. */
const restore = ({ facts, phones }: StoryWorld): void => {
  for (const { link, gatewayLink } of phones) {
    link.isUp = true
    link.faults.length = 0
    gatewayLink.faults.length = 0
  }
  for (const change of ['wakes', 'is online', 'moves again'] as const) changeLock(facts, change)
}

/** Runs a story in a new world, and returns what the test saw; `findings` are the rules that did not hold. */
export const runStory = async (story: Story, sabotage?: Sabotage): Promise<Facts> => {
  // A listener of the story throws on purpose.
  config.onUnhandledError = () => {}
  const world = createStoryWorld(story, sabotage)
  const { facts, phones } = world
  const { clock, runs } = facts
  const settle = () => settleStory(facts)
  const pass = async (ms: number) => {
    await clock.pass(ms, settle)
    checkBounds(facts)
  }
  for (const step of story.steps) {
    doStep(world, story, step)
    await pass(step.step === 'wait' ? step.ms : 0)
  }
  restore(world)
  for (const phone of phones) phone.panel().closePage()
  while (runs.some(({ state }) => state === 'running') && facts.findings.size === 0)
    await pass(CHECK_MS)
  await pass(AFTERWARDS_MS)
  checkLeftovers(facts, 'after the last page has closed')
  for (const phone of phones) phone.closePanel()
  await pass(AFTERWARDS_MS)
  checkLeftovers(facts, 'after the panels have closed')
  if (facts.closedPanels.some(({ areEventsComplete }) => !areEventsComplete()))
    facts.findings.add('the events of a closed panel do not complete')
  checkCommands(facts)
  checkCreated(facts)
  checkSyncs(facts)
  checkSecrets(facts)
  return facts
}
