import { QueryClient } from '@tanstack/react-query';
import { mayPass } from './client.ts';

/** One cache for the page. What failed for good (a wrong request, no right) is not asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && mayPass(error),
      retryDelay: (failures) => 500 * 2 ** failures,
    },
    mutations: { retry: false },
  },
});
