import type { Locale } from './locale'
import { adviceOfProblem, isNumbered, type Problem } from './problem'
import { type ErrorFields, problemOfError } from './problem-of-error'

/** A title without a full stop, and one sentence. Neither has a value of the error, except the number of its code. */
export interface Message {
  /** What happened. */
  readonly title: string
  /** What to do. */
  readonly advice: string
}

export const messageOf = ({ problems, advice }: Locale, problem: Problem): Message => ({
  title: problems[problem],
  advice: advice[adviceOfProblem[problem]],
})

export const describeError = (locale: Locale, error: unknown): Message => {
  const fields: ErrorFields = Object(error)
  const { code = fields.statusCode } = fields
  const problem = problemOfError(fields)
  const message = messageOf(locale, problem)
  return isNumbered(problem) && typeof code === 'number'
    ? { ...message, title: locale.withDetails(message.title, String(code)) }
    : message
}
