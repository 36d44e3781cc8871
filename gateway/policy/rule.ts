/**
 * Who may call an action.
 *
 * - `signed-in`: every user; the action reads nothing of a lock.
 * - `members`: owner, administrators and common members of the lock.
 * - `managers`: owner and administrators.
 * - `owner`: the owner; what the action changes may belong to any user, and its parameters do not show whose it is.
 * - `own-or-managed`: it names a user: oneself, or a user whom the role manages.
 * - `managed`: it gives a user what is of no user yet: as above, but a common member cannot take it.
 * - `subordinates`: it deletes or limits users: those whom the role manages, and never oneself.
 * - `roles`: it changes the role of a user: the owner, and never of oneself. An administrator must not make administrators.
 * - `users`: it lists users: all of them for the owner, those whom the role may view for others.
 * - `records`: it lists what happened: all of it for managers, what they did themselves for common members.
 */
export type Rule =
  | 'signed-in'
  | 'members'
  | 'managers'
  | 'owner'
  | 'own-or-managed'
  | 'managed'
  | 'subordinates'
  | 'roles'
  | 'users'
  | 'records'
