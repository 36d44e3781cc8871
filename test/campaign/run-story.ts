import { config } from 'rxjs'
import type { AnyCalls } from '../../src/core/calls'
import { createPanel } from '../../src/core/panel/create-panel'
import type { Panel } from '../../src/core/panel/panel'
import { createSignal } from '../support/abort-signal'
import { createVirtualClock } from '../support/virtual-clock'
import { handledActions, pagesAction, plainActions } from './actions'
import type { Caller } from './caller'
import { storyTransport } from './cloud'
import { type CallFacts, createFacts, type Facts, type Hold } from './facts'
import { storyHandlers } from './handlers'
import { makeCall } from './make-call'
import { quickCall } from './quick-call'
import { readPages } from './read-pages'
import { checkEnding } from './rules/ending'
import { checkIdle, checkProgress } from './rules/liveness'
import { type Reaction, type Step, type Story, signalCount } from './story'
import { watchEvents } from './watch-events'

/** Longer than every deadline and hold of a story. */
const REST_MS = 400_000

/** Lets promises settle: of five pages that fail one after the other, or of a task that runs again. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 64; turn++) await undefined
}

/** Runs a story on a new panel, and returns what the test saw; `findings` are the rules that did not hold. */
export const runStory = async ({ maxOpen, random, steps }: Story): Promise<Facts> => {
  // A subscriber of the story throws on purpose.
  config.onUnhandledError = () => {}
  const clock = createVirtualClock(1_000_000)
  const facts = createFacts(clock)
  const signals = Array.from({ length: signalCount }, createSignal)
  const react = (call: CallFacts, place: Reaction['place']) => {
    const { reaction, signal, by } = call.script
    if (reaction?.place !== place || call.reactionsLeft === 0) return
    call.reactionsLeft--
    if (reaction.act === 'subscribe again') call.startRun()
    if (reaction.act === 'unsubscribe') call.unsubscribe()
    if (reaction.act === 'abort' && signal !== undefined) abort(signal)
    if (reaction.act === 'close') close()
    if (reaction.act === 'call') makeCall(caller, quickCall())
    // A promise would reject without a handler.
    const isPromise = by !== 'request$' && ['next', 'complete', 'error'].includes(place)
    if (reaction.act === 'throw' && !isPromise) throw new Error('thrown by the app')
  }
  const panel = createPanel({
    actions: asRegistry(),
    transport: storyTransport(facts, maxOpen, (call) => react(call, 'transport')),
    handlers: storyHandlers(facts),
    clock,
    random: () => random,
    maxOpen,
  }) as unknown as Panel<AnyCalls>
  panel.events$.subscribe({
    next: watchEvents(facts, react),
    complete: () => {
      facts.areEventsComplete = true
    },
  })
  const caller: Caller = { facts, panel, signals: signals.map(({ signal }) => signal), react }
  const abort = (signal: number) => {
    facts.abortedSignals.add(signal)
    signals[signal]?.abort()
  }
  const close = () => {
    facts.closedAt ??= clock.now()
    panel.close()
  }
  const hold = ({ device, ms }: Step & { readonly step: 'hold' }) => {
    const held: Hold = { device, from: clock.now(), until: clock.now() + ms }
    facts.holds.push(held)
    clock.schedule(panel.holdSync(device), ms)
  }
  const leftovers = () => ({
    timers: clock.pendingCount(),
    listeners: signals.reduce((sum, { listenerCount }) => sum + listenerCount(), 0),
  })

  const check = () => {
    checkProgress(facts, maxOpen)
    checkIdle(facts)
  }

  const run = async (step: Step): Promise<void> => {
    const callAt = (back: number) => facts.calls[facts.calls.length - 1 - back]
    switch (step.step) {
      case 'call':
        makeCall(caller, step)
        break
      case 'pages':
        readPages(caller, { ...quickCall(), outcomes: step.outcomes }, step.nextCount)
        break
      case 'burst':
        for (let count = 0; count < step.count; count++) makeCall(caller, quickCall(step.class))
        break
      case 'wait':
        return clock.advance(step.ms, settle, check)
      case 'abort':
        return abort(step.signal)
      case 'unsubscribe':
        return callAt(step.call)?.unsubscribe()
      case 'subscribe again':
        return callAt(step.call)?.startRun()
      case 'hold':
        return hold(step)
      case 'close':
        return close()
    }
  }

  for (const step of steps) {
    await run(step)
    await settle()
    await clock.advance(0, settle, check)
  }
  await clock.advance(REST_MS, settle, check)
  checkEnding(facts, leftovers())
  close()
  await clock.advance(REST_MS, settle)
  checkEnding(facts, leftovers())
  if (!facts.areEventsComplete) facts.findings.add('the events of the closed panel do not complete')
  return facts
}

const asRegistry = () => {
  const registry: Record<string, (typeof plainActions)['read']> = { pages: pagesAction }
  for (const actions of [plainActions, handledActions])
    for (const action of Object.values(actions)) registry[action.name] = action
  return registry
}
