import { Observable } from 'rxjs'

/**
 * Emits each item of the lists that a function returns for the values of a source. The function is created for each
 * subscription, so it may have state. Replaces `filter`, `map` and `concatMap` of rxjs (docs/decisions/0006).
 */
export const flatMap = <A, B>(
  source: Observable<A>,
  createProject: () => (value: A) => readonly B[],
): Observable<B> =>
  new Observable((subscriber) => {
    const project = createProject()
    return source.subscribe({
      next: (value) => {
        for (const item of project(value)) subscriber.next(item)
      },
      error: (error: unknown) => subscriber.error(error),
      complete: () => subscriber.complete(),
    })
  })
