import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Account, StaffRole } from '../../../../../shared/domain/review/account.ts';
import { get, patch, post } from '../../api/client.ts';

const PATH = '/v1/review/accounts';
const KEY = ['accounts'] as const;

/** An account whose password for one use is known at this moment, and never again. */
export interface WithPassword {
  readonly account: Account;
  readonly password: string;
}

export interface NewAccount {
  readonly name: string;
  readonly displayName: string;
  readonly role: StaffRole;
}

export interface Change {
  readonly displayName?: string;
  readonly role?: StaffRole;
  readonly disabled?: boolean;
}

export function useAccounts() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await get<{ accounts: readonly Account[] }>(PATH, undefined, { signal })).accounts,
  });
}

/** What was done shows at once in the list, and in the names that other pages choose from. */
function useDone() {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ['colleagues'] });
    return client.invalidateQueries({ queryKey: KEY });
  };
}

export function useCreateAccount() {
  const done = useDone();
  return useMutation({ mutationFn: (account: NewAccount) => post<WithPassword>(PATH, account), onSuccess: done });
}

export function useChangeAccount() {
  const done = useDone();
  return useMutation({
    mutationFn: ({ id, ...change }: Change & { readonly id: string }) => patch<Account>(`${PATH}/${id}`, change),
    onSuccess: done,
  });
}

export function useResetPassword() {
  const done = useDone();
  return useMutation({ mutationFn: (id: string) => post<WithPassword>(`${PATH}/${id}/password`), onSuccess: done });
}
