import type { Unsubscribable } from 'rxjs'
import type { Action } from '../action'
import type { Clock } from '../clock'
import type { SdkError } from '../errors/sdk-error'
import { SingleSubscriber } from '../rx/single-subscriber'
import type { Call, Handler } from './call'
import { isCertainlyNotExecuted } from './may-retry'
import { type Receiver, shareAnswer } from './receiver'
import { asNotDistributed, covers, merged } from './sync-codes'
import type { WindowMemory } from './window-memory'

/** One request for all receivers of the same action. */
interface SyncRequest {
  readonly action: Action
  readonly receivers: Set<Receiver>
  /** The merged call, once it is sent. */
  sent?: Call
  subscription?: Unsubscribable
  answer?: { readonly value: unknown }
  isEnded: boolean
}

/** The window of one device: the request that keeps it open, and the requests that wait for it to close. */
export class DeviceWindow {
  private current: SyncRequest | undefined
  /** In order of arrival; calls of one action wait together. */
  private readonly waiting: SyncRequest[] = []
  private timer: Unsubscribable | undefined
  private holds = 0
  /** While a request is open or held. */
  private renewal: Unsubscribable | undefined

  constructor(
    private readonly next: Handler,
    private readonly windowMs: number,
    private readonly clock: Clock,
    private readonly memory: WindowMemory,
    private readonly isEnding: (call: Call) => boolean,
    private readonly onIdle: () => void,
  ) {}

  /** Shares the open request if it covers the call, else waits. */
  join(receiver: Receiver): void {
    const { call } = receiver
    const { current } = this
    if (current === undefined && this.timer === undefined) this.resume(call)
    if (current?.sent !== undefined && covers(current.sent, call)) {
      // A request whose callers are all ending is about to be aborted, and has lost its place in the queue.
      if (!current.isEnded && !this.isEnding(current.sent)) {
        this.share(current, current.sent, receiver)
        return
      }
      if (current.answer !== undefined) {
        shareAnswer(current.answer.value, receiver)
        return
      }
    }
    if (current === undefined && this.timer === undefined && this.holds === 0) {
      const request = newRequest(receiver)
      this.add(request, receiver)
      this.start(request)
      return
    }
    this.wait(receiver)
    call.emit({ type: 'waiting-for-window' })
  }

  /** Before anything that can run code of the app, which may end the receiver or the request. */
  private add(request: SyncRequest, receiver: Receiver): void {
    request.receivers.add(receiver)
    receiver.subscriber.add(() => this.removeReceiver(request, receiver))
  }

  /** Continues the window that an earlier page or another panel stored. */
  private resume(call: Call): void {
    const remainingMs = this.memory.remainingMs(call)
    if (remainingMs > 0) this.closeIn(remainingMs)
  }

  /** Keeps the window open until the returned function is called. */
  hold(): () => void {
    let isHeld = true
    this.holds++
    this.keepHeld()
    return () => {
      if (!isHeld) return
      isHeld = false
      this.holds--
      this.closeIfDue()
    }
  }

  dispose(): void {
    this.timer?.unsubscribe()
    this.renewal?.unsubscribe()
    this.current?.subscription?.unsubscribe()
  }

  private share(request: SyncRequest, sent: Call, receiver: Receiver): void {
    receiver.call.progress.sharedWith = sent.progress
    // The request must not end with the first caller.
    sent.deadlineAt = Math.max(sent.deadlineAt, receiver.call.deadlineAt)
    this.add(request, receiver)
    receiver.call.emit({ type: 'sharing' })
  }

  private wait(receiver: Receiver): void {
    let request = this.waiting.find(({ action }) => action === receiver.call.action)
    if (request === undefined) {
      request = newRequest(receiver)
      this.waiting.push(request)
    }
    this.add(request, receiver)
  }

  /** All its callers are ending. The first one is not, as a rule, so thousands of them cost as much as one. */
  private isAbandoned({ receivers }: SyncRequest): boolean {
    for (const { call } of receivers) if (!this.isEnding(call)) return false
    return true
  }

  private start(request: SyncRequest): void {
    const calls = [...request.receivers].map(({ call }) => call) as [Call, ...Call[]]
    const sent: Call = {
      ...merged(calls),
      isAbandoned: () => this.isAbandoned(request),
    }
    for (const call of calls) call.progress.sharedWith = sent.progress
    request.sent = sent
    this.renewal = this.memory.keepOpen(sent)
    const subscriber = new SingleSubscriber<unknown>({
      succeed: (value) => this.answer(request, sent, value),
      fail: (error) => this.fail(request, error as SdkError),
    })
    request.subscription = subscriber
    this.current = request
    this.next(sent, subscriber)
  }

  /** The first receiver that is still subscribed passes the command on; the others get `distributed: false`. */
  private answer(request: SyncRequest, { action }: Call, value: unknown): void {
    request.answer = { value }
    request.isEnded = true
    this.closeLater(request)
    let answer = value
    for (const { subscriber } of request.receivers) {
      subscriber.succeed(answer)
      answer = asNotDistributed(action, answer)
    }
  }

  private fail(request: SyncRequest, error: SdkError): void {
    request.isEnded = true
    if (isCertainlyNotExecuted(error)) this.closeNow(request)
    else this.closeLater(request)
    for (const { subscriber } of request.receivers) subscriber.fail(error)
    this.closeIfDue()
  }

  private removeReceiver(request: SyncRequest, receiver: Receiver): void {
    request.receivers.delete(receiver)
    if (request.receivers.size > 0 || request.isEnded) return
    if (request.sent !== undefined) this.abandon(request, request.sent)
    else this.waiting.splice(this.waiting.indexOf(request), 1)
  }

  /** The last receiver has unsubscribed: the request is aborted; if it was sent, its answer counts as lost. */
  private abandon(request: SyncRequest, { progress }: Call): void {
    request.isEnded = true
    request.subscription?.unsubscribe()
    if (progress.sent) this.closeLater(request)
    else this.closeNow(request)
    this.closeIfDue()
  }

  private closeLater({ sent }: SyncRequest): void {
    this.endRenewal()
    if (sent !== undefined) this.memory.store(sent, this.windowMs)
    this.closeIn(this.windowMs)
    this.keepHeld()
  }

  /** Renews the stored window of a hold before it ends, because another panel waits exactly until that moment. */
  private keepHeld(): void {
    const { current } = this
    if (this.holds > 0 && current?.isEnded === true && current.sent !== undefined)
      this.renewal ??= this.memory.keepOpen(current.sent)
  }

  private closeNow({ sent }: SyncRequest): void {
    this.endRenewal()
    if (sent !== undefined) this.memory.clear(sent)
  }

  private endRenewal(): void {
    this.renewal?.unsubscribe()
    this.renewal = undefined
  }

  private closeIn(delayMs: number): void {
    this.timer = this.clock.schedule(() => {
      this.timer = undefined
      this.closeIfDue()
    }, delayMs)
  }

  private closeIfDue(): void {
    if (this.timer !== undefined || this.current?.isEnded === false) return
    if (this.holds > 0) {
      this.keepHeld()
      return
    }
    if (this.renewal !== undefined && this.current !== undefined) this.closeNow(this.current)
    this.current = undefined
    this.removeEnding()
    const [request] = this.waiting
    if (request === undefined) this.onIdle()
    else this.startUnlessOpen(request)
  }

  /** Another panel may have sent a request since this one began to wait. */
  private startUnlessOpen(request: SyncRequest): void {
    const [receiver] = request.receivers
    if (receiver !== undefined) this.resume(receiver.call)
    if (this.timer !== undefined) return
    this.waiting.shift()
    this.start(request)
  }

  /** The waiting calls may be ending together with the current one: nothing is sent for them. */
  private removeEnding(): void {
    let [request] = this.waiting
    while (request !== undefined && this.isAbandoned(request)) {
      request.isEnded = true
      this.waiting.shift()
      request = this.waiting[0]
    }
  }
}

const newRequest = ({ call: { action } }: Receiver): SyncRequest => ({
  action,
  receivers: new Set(),
  isEnded: false,
})
