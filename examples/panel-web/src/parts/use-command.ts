import { useCallback, useEffect, useRef, useState } from 'react'

export interface Command<Args extends readonly unknown[], T> {
  readonly isRunning: boolean
  readonly error: unknown
  /** Resolves with `undefined` if the command failed, or while it is running already. */
  readonly run: (...args: Args) => Promise<T | undefined>
}

/** One command of a flow for a button: not twice at a time, and its failure is shown. */
export const useCommand = <Args extends readonly unknown[], T>(
  command: (...args: Args) => Promise<T>,
): Command<Args, T> => {
  const [state, setState] = useState<{ isRunning: boolean; error: unknown }>({
    isRunning: false,
    error: undefined,
  })
  const isRunning = useRef(false)
  const latest = useRef(command)
  useEffect(() => {
    latest.current = command
  })
  const run = useCallback(async (...args: Args): Promise<T | undefined> => {
    if (isRunning.current) return undefined
    isRunning.current = true
    setState({ isRunning: true, error: undefined })
    try {
      const result = await latest.current(...args)
      setState({ isRunning: false, error: undefined })
      return result
    } catch (error) {
      setState({ isRunning: false, error })
      return undefined
    } finally {
      isRunning.current = false
    }
  }, [])
  return { ...state, run }
}
