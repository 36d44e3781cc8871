import { TimeoutError } from '../../core/errors/timeout-error'
import type { AttemptControl } from '../shared/attempt'
import type { Course, Mail } from './course'
import type { EnrolledMethod, EnrolmentStep } from './enrol-request'
import { isOpenEnded, lockError, origin } from './enrolment-error'
import { type EnrolmentWay, methodOf } from './enrolment-way'

export interface Reading {
  readonly type: EnrolledMethod['type']
  readonly way: EnrolmentWay
  readonly course: Course
  readonly find: () => Promise<EnrolledMethod | undefined>
  readonly tell: AttemptControl<EnrolmentStep>['tell']
  readonly stepTimeoutMs: number
}

type Read<M> = (mail: M) => Promise<EnrolledMethod | undefined> | EnrolledMethod | undefined
type MailAt<Step> = Extract<Mail, { readonly step: Step }>

/** What each mail means: it gives the method, or throws, or the enrolment goes on. */
export const readerOf = ({ type, way, course, find, tell, stepTimeoutMs }: Reading): Read<Mail> => {
  let isTold = false

  const goOn = (done: number, total = course.total, mustRepeat = false): undefined => {
    const isSame = isTold && done === course.done && total === course.total
    isTold = true
    course.isStarted = true
    delete course.doubt
    course.done = done
    if (total !== undefined) course.total = total
    if (!isSame || mustRepeat)
      tell({
        step: 'enrolling',
        done,
        ...(total !== undefined && { total }),
        ...(mustRepeat && { mustRepeat }),
      })
  }

  const readings: { readonly [Step in Mail['step']]: Read<MailAt<Step>> } = {
    accepted: () => {
      course.isAnswered = true
      if (way.answerMeansStarted) goOn(course.done)
      return undefined
    },
    refused: ({ error }) => {
      course.isAnswered = true
      if (!isOpenEnded(error)) throw error
      // Unless the lock itself has said that the order arrived.
      if (!course.isStarted) course.doubt = error
      return undefined
    },
    lost: ({ error }) => {
      throw error
    },
    started: ({ total }) => {
      // What ended before was another one: a queue can deliver that late.
      course.isEnding = false
      return goOn(course.done, total)
    },
    enrolling: ({ done, total, mustRepeat }) => {
      course.isEnding = false
      // Pushes can overtake each other.
      return goOn(Math.max(course.done, done), total, mustRepeat)
    },
    done: async (event) => {
      const method = methodOf(type, way.userId, event)
      const isNamed = event.unlockSn !== undefined || event.id !== undefined
      return isNamed ? method : ((await find().catch(() => undefined)) ?? method)
    },
    ended: async () => {
      const method = await find()
      course.isEnding = method === undefined
      return method
    },
    cancelled: () => {
      throw lockError('cancelled')
    },
    failed: ({ reason }) => {
      throw reason === 'no-answer'
        ? new TimeoutError(origin, stepTimeoutMs, 'unknown')
        : lockError(reason)
    },
  }
  return (mail) => (readings[mail.step] as Read<Mail>)(mail)
}
