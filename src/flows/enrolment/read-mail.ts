import type { SdkError } from '../../core/errors/sdk-error'
import { TimeoutError } from '../../core/errors/timeout-error'
import type { AttemptControl } from '../shared/attempt'
import { type Course, isEvent, type Mail } from './course'
import { saysRunning } from './credible'
import type { EnrolledMethod, EnrolmentStep } from './enrol-request'
import { isOpenEnded, lockError, origin } from './enrolment-error'
import type { EnrolmentEvent } from './enrolment-event'
import { type EnrolmentWay, methodOf } from './enrolment-way'
import type { Patience } from './patience'

export interface Reading {
  readonly type: EnrolledMethod['type']
  readonly way: EnrolmentWay
  readonly course: Course
  /** What the lists show that is new; of nobody's methods only, if one may be given to the user. */
  readonly find: (mayAssign: boolean) => Promise<EnrolledMethod | undefined>
  /** An error that leaves open what became of the enrolment. */
  readonly unknownAfter: (error: SdkError) => SdkError
  readonly isOurs: (event: EnrolmentEvent) => boolean
  readonly patience: Patience
  readonly tell: AttemptControl<EnrolmentStep>['report']
  /** How long the lock may take to say that it has begun. */
  readonly reportTimeoutMs: number
  /** How long somebody at the door may take for a step. */
  readonly stepTimeoutMs: number
}

type Read<M> = (mail: M) => Promise<EnrolledMethod | undefined> | EnrolledMethod | undefined
export type MailAt<Step> = Extract<Mail, { readonly step: Step }>

/** A lock that begins after all says so by then; what came before was of an earlier one. */
const REFUSAL_MS = 2_000
/** The lists of the cloud may be behind its pushes: data is synchronised every five seconds at most (document 001). */
const LOOK_MS = 5_000
const LOOKS = 3

/** What each mail means: it gives the method, or throws, or the enrolment goes on. */
export const readerOf = (reading: Reading): Read<Mail> => {
  const { type, way, course, find, unknownAfter, isOurs, patience, tell } = reading
  const { reportTimeoutMs, stepTimeoutMs } = reading
  let isTold = false

  const goOn = (done: number, total = course.total, mustRepeat = false): undefined => {
    const isSame = isTold && done === course.done && total === course.total
    isTold = true
    course.hasBegun = true
    delete course.refusal
    // What ended before was another one: a queue can deliver that late.
    delete course.looksLeft
    course.done = done
    if (total !== undefined) course.total = total
    patience.wait(stepTimeoutMs)
    if (!isSame || mustRepeat)
      tell({
        step: 'enrolling',
        done,
        ...(total !== undefined && { total }),
        ...(mustRepeat && { mustRepeat }),
      })
  }
  const look = async (looksLeft: number): Promise<EnrolledMethod | undefined> => {
    const method = await find(course.isAccepted)
    if (method !== undefined) return method
    if (looksLeft === 0) throw unknownAfter(silence())
    course.looksLeft = looksLeft
    patience.wait(LOOK_MS)
    return undefined
  }
  const silence = () => new TimeoutError(origin, patience.delayMs(), 'unknown')
  const waitForStart = (): undefined => {
    if (!course.hasBegun && course.refusal === undefined) patience.wait(reportTimeoutMs)
  }

  const readings: { readonly [Step in Mail['step']]: Read<MailAt<Step>> } = {
    accepted: () => {
      if (course.isAnswered) return undefined
      course.isAnswered = true
      course.isAccepted = true
      if (way.answerMeansStarted) return goOn(course.done)
      waitForStart()
      // It is not read step by step.
      if (type === 'password') course.hasBegun = true
      return undefined
    },
    refused: ({ error }) => {
      course.isAnswered = true
      if (!isOpenEnded(error)) throw error
      course.doubt = error
      return waitForStart()
    },
    lost: ({ error }) => {
      throw course.isSent && !isOpenEnded(error) ? unknownAfter(error) : error
    },
    started: ({ total }) => {
      course.isHeard = true
      return goOn(course.done, total)
    },
    // Pushes can overtake each other.
    enrolling: ({ done, total, mustRepeat }) =>
      goOn(Math.max(course.done, done), total, mustRepeat),
    listed: ({ method }) => {
      if (!course.hasBegun) return undefined
      course.isListed = true
      return method
    },
    done: async (event) => {
      const method = methodOf(type, way.userId, event)
      const isNamed = event.unlockSn !== undefined || event.id !== undefined
      return isNamed ? method : ((await find(false).catch(() => undefined)) ?? method)
    },
    ended: () => look(LOOKS),
    cancelled: () => {
      course.isUnconfirmed = way.namesNobody === true
      // Whose enrolment it was is not known where ours may never have begun.
      const isAnyones = course.isUnconfirmed && !course.isAccepted
      throw isAnyones ? unknownAfter(course.doubt ?? silence()) : lockError('cancelled')
    },
    failed: ({ reason }) => {
      if (reason === 'no-answer') throw new TimeoutError(origin, stepTimeoutMs, 'unknown')
      if (course.hasBegun) throw lockError(reason)
      course.refusal = lockError(reason)
      patience.wait(REFUSAL_MS)
      return undefined
    },
    overdue: (mail) => {
      if (!patience.isOver(mail)) return undefined
      const { refusal, looksLeft, doubt } = course
      if (refusal !== undefined) {
        // What runs there is not ours, and must not be stopped.
        course.isUnconfirmed = !saysRunning(refusal.reason)
        throw refusal
      }
      if (looksLeft !== undefined) return look(looksLeft - 1)
      throw (course.hasBegun ? undefined : doubt) ?? silence()
    },
    'stop-answered': () => undefined,
  }
  return (mail) => {
    if (isEvent(mail) && !isOurs(mail)) return undefined
    return (readings[mail.step] as Read<Mail>)(mail)
  }
}
