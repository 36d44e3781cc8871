/** Far from the end of the stack, and more than the code of an app inside its calls needs. */
const MAX_FRAMES = 3_000

/** Whether a long queue nests its calls: the stack would overflow with a few thousand more. */
export const isStackDeep = (): boolean => {
  const { stackTraceLimit, prepareStackTrace } = Error
  Error.stackTraceLimit = MAX_FRAMES + 1
  Error.prepareStackTrace = (_error, frames) => frames.length
  const depth = Number(new Error().stack)
  Error.stackTraceLimit = stackTraceLimit
  Error.prepareStackTrace = prepareStackTrace
  return depth > MAX_FRAMES
}
