const two = (value: number): string => String(value).padStart(2, '0')

const dateOf = (date: Date): string =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

/** The time of day, with the date if it is another day. Phones exist on which a mini-program has no `Intl`. */
export const timeText = (atMs: number, nowMs: number): string => {
  const date = new Date(atMs)
  const time = `${two(date.getHours())}:${two(date.getMinutes())}`
  const day = dateOf(date)
  return day === dateOf(new Date(nowMs)) ? time : `${day} ${time}`
}
