#include "library/confined/confinement.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <initializer_list>

namespace mess::library::confined {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

// The kernel's newest attributes; the headers of Debian 12 know the first field only.
struct RulesetAttributes {
  std::uint64_t files, network, scope;
};

// Every right that this kernel's Landlock can take away (linux/landlock.h, ABI 1 to 7).
RulesetAttributes every_right(int abi) {
  constexpr auto bits = [](int count) { return (std::uint64_t{1} << count) - 1; };
  RulesetAttributes rights{};
  rights.files = bits(abi >= 5 ? 16 : abi >= 3 ? 15 : abi >= 2 ? 14 : 13);
  rights.network = abi >= 4 ? bits(2) : 0;
  rights.scope = abi >= 6 ? bits(2) : 0;
  return rights;
}

void allow_reading(int ruleset, const std::string& folder) {
  landlock_path_beneath_attr rule{};
  rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  rule.parent_fd = open(folder.c_str(), O_PATH | O_CLOEXEC);
  if (rule.parent_fd < 0) return;  // not on this machine: nothing to allow
  syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close(rule.parent_fd);
}

// The ABI in force; 0 when the kernel has no Landlock or refuses it.
int see_only(const std::vector<std::string>& folders) {
  const auto abi =
      static_cast<int>(syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
  if (abi <= 0) return 0;
  const RulesetAttributes rights = every_right(abi);
  const std::size_t size = abi >= 6 ? 24 : abi >= 4 ? 16 : 8;
  const auto ruleset = static_cast<int>(syscall(SYS_landlock_create_ruleset, &rights, size, 0));
  if (ruleset < 0) return 0;
  for (const std::string& folder : folders) allow_reading(ruleset, folder);
  const bool in_force = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(ruleset);
  return in_force ? abi : 0;
}

bool limit(int resource, std::uint64_t amount) {
  const rlimit both{amount, amount};
  return setrlimit(static_cast<__rlimit_resource>(resource), &both) == 0;
}

bool limit_resources(const Allowance& allowance) {
  constexpr std::uint64_t mapped_files = std::uint64_t{4} << 30;  // a PDF is mapped, not read
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NPROC, 0);
  limit(RLIMIT_NOFILE, 64);
  limit(RLIMIT_FSIZE,
        allowance.file_bytes);  // of shared memory that the client made; files are never written
  limit(RLIMIT_CPU, 3600);      // the client's deadlines are much shorter; this holds when the client is gone
  if (sanitized) return false;
  return limit(RLIMIT_DATA, allowance.memory_bytes) &&
         limit(RLIMIT_AS, allowance.memory_bytes + allowance.file_bytes + mapped_files);
}

class Filter {
 public:
  Filter() : context_(seccomp_init(SCMP_ACT_ERRNO(ENOSYS))) {}
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;
  ~Filter() { seccomp_release(context_); }

  // Names that this machine's libseccomp or processor does not know are left out.
  void rule(std::uint32_t action, std::initializer_list<const char*> calls) {
    for (const char* call : calls) add(action, call, {});
  }
  void rule_if(std::uint32_t action, const char* call, std::initializer_list<scmp_arg_cmp> conditions) {
    add(action, call, conditions);
  }
  bool load() { return good_ && seccomp_load(context_) == 0; }

 private:
  void add(std::uint32_t action, const char* call, std::initializer_list<scmp_arg_cmp> conditions) {
    const int number = seccomp_syscall_resolve_name(call);
    if (number == __NR_SCMP_ERROR) return;
    const int status = seccomp_rule_add_array(context_, action, number,
                                              static_cast<unsigned>(conditions.size()), conditions.begin());
    good_ = good_ && (status == 0 || status == -EDOM || status == -EFAULT);
  }
  scmp_filter_ctx context_;
  bool good_ = true;
};

scmp_arg_cmp without(unsigned argument, std::uint64_t bits) {
  return {argument, SCMP_CMP_MASKED_EQ, bits, 0};
}
scmp_arg_cmp equals(unsigned argument, std::uint64_t value) {
  return {argument, SCMP_CMP_EQ, value, 0};
}

// Memory, time, the descriptors it holds, and the end of itself.
void allow_plain_work(Filter& filter) {
  filter.rule(SCMP_ACT_ALLOW,
              {"read",     "readv",      "pread64", "preadv",     "write",     "writev",    "lseek",
               "_llseek",  "close",      "fstat",   "newfstatat", "fstatat64", "fstat64",   "stat",
               "lstat",    "statx",      "fstatfs", "statfs",     "access",    "faccessat", "faccessat2",
               "readlink", "readlinkat", "getcwd",  "getdents64", "dup",       "fadvise64"});
  filter.rule(SCMP_ACT_ALLOW, {"munmap", "mremap", "madvise", "brk", "futex", "membarrier", "rseq",
                               "set_robust_list", "sched_yield", "sched_getaffinity", "sysinfo", "uname"});
  filter.rule(SCMP_ACT_ALLOW, {"sendmsg", "recvmsg", "poll", "ppoll", "getrandom"});
  filter.rule(SCMP_ACT_ALLOW, {"clock_gettime", "clock_getres", "gettimeofday", "time", "clock_nanosleep",
                               "nanosleep", "restart_syscall", "getrusage", "times"});
  filter.rule(SCMP_ACT_ALLOW,
              {"rt_sigreturn", "rt_sigaction", "rt_sigprocmask", "sigaltstack", "getpid", "gettid", "getppid",
               "getuid", "geteuid", "getgid", "getegid", "exit", "exit_group"});
}

// A file opened with none of these can only be read.
constexpr int writing_flags[] = {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND, O_TMPFILE & ~O_DIRECTORY};

// Calls that are harmless in one form only.
void allow_with_conditions(Filter& filter, bool may_open) {
  std::uint64_t writing = 0;
  for (const int flag : writing_flags) writing |= static_cast<std::uint64_t>(flag);
  if (may_open) filter.rule_if(SCMP_ACT_ALLOW, "openat", {without(2, writing)});
  filter.rule_if(SCMP_ACT_ALLOW, "mmap", {without(2, PROT_EXEC)});
  filter.rule_if(SCMP_ACT_ALLOW, "mprotect", {without(2, PROT_EXEC)});
  for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC}) {
    filter.rule_if(SCMP_ACT_ALLOW, "fcntl", {equals(1, static_cast<std::uint64_t>(command))});
  }
  filter.rule_if(SCMP_ACT_ALLOW, "prctl", {equals(0, PR_GET_NO_NEW_PRIVS)});
  filter.rule_if(SCMP_ACT_ALLOW, "prctl", {equals(0, PR_GET_DUMPABLE)});
  filter.rule_if(SCMP_ACT_ALLOW, "prlimit64", {equals(0, 0), equals(2, 0)});  // asking, of itself
  const auto self = static_cast<std::uint64_t>(getpid());
  filter.rule_if(SCMP_ACT_ALLOW, "tgkill", {equals(0, self)});  // abort()
}

// What libraries try and can do without: they get an error and go on.
void refuse_politely(Filter& filter, bool may_open) {
  filter.rule(SCMP_ACT_ERRNO(EPERM),
              {"socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "execve", "execveat",
               "fork", "vfork", "clone", "kill", "tkill", "rt_sigqueueinfo", "setrlimit"});
  filter.rule(SCMP_ACT_ERRNO(EACCES), {"open", "creat", "unlink", "unlinkat", "mkdir", "mkdirat", "rename",
                                       "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat",
                                       "chmod", "fchmod", "fchmodat", "chown", "fchownat", "utimensat"});
  filter.rule(SCMP_ACT_ERRNO(ENOTTY), {"ioctl"});
  filter.rule_if(SCMP_ACT_ERRNO(EPERM), "mmap", {{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC}});
  filter.rule_if(SCMP_ACT_ERRNO(EPERM), "mprotect", {{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC}});
  if (!may_open) return filter.rule(SCMP_ACT_ERRNO(EACCES), {"openat"});
  for (const int flag : writing_flags) {
    const auto bit = static_cast<std::uint64_t>(flag);
    filter.rule_if(SCMP_ACT_ERRNO(EACCES), "openat", {{2, SCMP_CMP_MASKED_EQ, bit, bit}});
  }
}

// What only an attacker asks for.
void end_at_once(Filter& filter) {
  filter.rule(SCMP_ACT_KILL_PROCESS, {"ptrace",
                                      "process_vm_readv",
                                      "process_vm_writev",
                                      "bpf",
                                      "perf_event_open",
                                      "userfaultfd",
                                      "io_uring_setup",
                                      "io_uring_enter",
                                      "init_module",
                                      "finit_module",
                                      "delete_module",
                                      "kexec_load",
                                      "mount",
                                      "umount2",
                                      "pivot_root",
                                      "chroot",
                                      "unshare",
                                      "setns",
                                      "keyctl",
                                      "add_key",
                                      "request_key",
                                      "reboot",
                                      "swapon",
                                      "acct",
                                      "settimeofday",
                                      "clock_settime",
                                      "personality",
                                      "setuid",
                                      "setgid",
                                      "setresuid",
                                      "setresgid",
                                      "capset",
                                      "pidfd_getfd",
                                      "open_by_handle_at",
                                      "mknod",
                                      "mknodat"});
}

// Everything that is named nowhere fails with ENOSYS, as on a kernel that does not have it: newer C libraries
// then take the older way.
bool keep_few_system_calls(bool may_open) {
  Filter filter;
  allow_plain_work(filter);
  allow_with_conditions(filter, may_open);
  refuse_politely(filter, may_open);
  end_at_once(filter);
  return filter.load();
}

}  // namespace

Confined confine(const Allowance& allowance, bool use_landlock) {
  Confined confined;
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  confined.no_new_privileges = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  confined.landlock_abi = use_landlock ? see_only(allowance.folders) : 0;
  confined.memory = limit_resources(allowance);
  confined.seccomp = keep_few_system_calls(confined.landlock_abi > 0);
  return confined;
}

}  // namespace mess::library::confined
