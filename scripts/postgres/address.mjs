/** Who may do everything in the cluster (nobody gets in but by its private socket), the socket's port, and our database. */
export const user = 'candour';
export const port = '5432';
export const database = 'candour';
/** How the folders of our sockets begin; a path to a socket may have no more than 107 characters. */
export const socketPrefix = '/tmp/candour-postgres-';
