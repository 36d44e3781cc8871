/** The ids of the users that a call names. */
export const usersIn = ({
  user_id,
  user_ids,
}: Readonly<Record<string, unknown>>): readonly string[] => {
  const several = typeof user_ids === 'string' ? user_ids.split(',').filter((id) => id !== '') : []
  return typeof user_id === 'string' ? [user_id, ...several] : several
}
