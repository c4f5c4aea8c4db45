use super::{Age, Commands, Doctor, Hang, Names, Session, Verdict, Words};

pub(crate) const JA: Words = Words {
    session: Session {
        book_in_work: |address| format!("本（ビルド中です）：{address}"),
        open_and_save: |path| {
            format!("エディタで開いて保存してください（Ctrl-Cで終了します）：{path}")
        },
        all_done: "すべての演習に合格しています。どれかを保存すると、もう一度チェックします。\
                   Ctrl-Cで終了します。",
        second: "このワークブックでは別の`cargo workbook`が動いています。\
                 こちらは別のアドレスで並行して動きます。",
        unsaved: |why| {
            format!("進捗と解答の履歴を保存できません（{why}）。チェックはそのまま動きます。")
        },
        unread: |file, number| format!("{file}：{number}行を解釈できず、読み飛ばしました。"),
        book_ready: |address| format!("本ができました：{address}"),
        book_failed: "本をビルドできませんでした。演習は本がなくても動きます。",
        error: "エラー：",
        compiling: "コンパイル中 ...",
        waiting: "別のcargo（エディタのチェックなど）を待っています ...",
        running: "チェックを実行中 ...",
        book_waiting: "本をビルドしています。このページは自動で再読み込みされます。\
                       いつまでも終わらない場合は、端末を確認してください。",
        port_taken: |port| {
            format!("ポート{port}は使えません。--portを外すと、空いているポートを使います")
        },
        no_exercise: "book/en/SUMMARY.mdにはまだ演習がありません",
    },
    verdict: Verdict {
        does_not_compile: "まだコンパイルできません。",
        no_rule: "チェックする規則がありません。`#[cfg(test)] mod check;`を元に戻してください。",
        all_hold: "すべての規則が守られています。",
        next: |title, path| format!("次：{title}  {path}"),
        nothing_left: "ほかの演習にもすべて合格しています。",
        task: |address| format!("課題とヒント：{address}"),
        hint: |name| format!("ヒント：cargo workbook hint {name}"),
        kept_the_thread: "（スレッドを占有）",
        never_finished: "（終了せず）",
        printed_too_much: "（出力過多）",
        ended_the_process: "（プロセスが終了）",
    },
    hang: Hang {
        killed_after: |seconds| format!("終了しなかったため、{seconds}秒で強制終了しました。"),
        asleep: "眠っていました。CPU時間は使われていません。よくある原因は、誰も送らないもの\
                 や誰も起こさないものを待っている、自分が持っているロックを待っている、\
                 スレッドをブロックする呼び出しの中にいる、のいずれかです。",
        spinning: "ずっとCPUを使っていました。よくある原因は、終わらないループ、または\
                   実際には待たない`.await`しかないループです。",
        flooded: "出力が1 MBを超えたため、強制終了しました。出力の先頭は次のとおりです。",
        stack_overflow: "スタックがあふれ、プロセス全体が終了しました。よくある原因は、\
                         終わりのない再帰呼び出しです。",
        out_of_memory: "メモリが足りず、プロセス全体が終了しました。よくある原因は、\
                        ループの中で際限なく増えるデータです。",
        aborted: "プロセス全体が中止（アボート）されました。よくある原因は、`abort`の呼び出し、\
                  またはパニック中にもう一度パニックしたデストラクタです。",
        killed: "プロセスが外から強制終了されました（SIGKILL）。たいていは、メモリが足りなくなったときに\
                 システムが行います。",
        signal: |signal| format!("シグナル{signal}でテストのプロセス全体が終了しました。"),
        exited: |code| {
            format!("規則が終わる前に、終了コード{code}でテストのプロセス全体が終了しました。")
        },
    },
    names: Names {
        unknown: |name| format!("`{name}`という演習はありません。一覧：`cargo workbook list`"),
        unknown_but: |name, near| format!("`{name}`という演習はありません。`{near}`のことですか？"),
        several: |name| format!("`{name}`に当てはまる演習が複数あります。どれですか？"),
        not_understood: |typed| {
            format!("`{typed}`を解釈できません。使い方：`cargo workbook --help`")
        },
        unknown_language: |typed| {
            format!("`{typed}`という言語はありません。使えるのはen、ru、ja、zhです")
        },
    },
    commands: Commands {
        usage: "\
本を表示し、演習を保存するたびにチェックします。Ctrl-Cで終了します。

使い方：cargo workbook [--port N] [--lang L]
        cargo workbook コマンド

  check [名前]       一度チェックする：0 合格、1 不合格、3 コンパイル不可、4 終了せず
  hint [名前] [N]    次のヒント、またはN番目のヒント
  list               すべての演習と進捗
  next               次に取り組む演習
  reset 名前         最初のコードに戻す（今のコードは残します）
  undo [名前]        一つ前の解答に戻す
  history [名前]     これまでの解答
  solution 名前      解答例（まだ合格していなければ確認します。--yesなら確認しません）
  build              公開用の本をtarget/bookに作る
  doctor             このマシンで妨げになりそうなもの
  lang L             言語を保存する：en、ru、ja、zh

名前には、演習名、章/演習名、1.2のような番号、名前の先頭部分が使えます。

  --port N           本のアドレスのポート（既定：3000以降の空いているもの）
  --lang L           今回だけの言語
  -h, --help         この説明
  -V, --version      バージョン",
        done: |done, all| format!("{all}問中{done}問が完了"),
        hint: |number, all| format!("ヒント{number}/{all}"),
        next_hint: "次のヒントは、同じコマンドで表示します。",
        last_hint: "これが最後のヒントです。",
        no_hint: |name| format!("{name}のページにはヒントがありません。"),
        untouched: |path| format!("{path}は最初のコードのままです。"),
        kept: |path| format!("あなたのコードの保管先：{path}"),
        restored: |path| {
            format!("{path}を最初のコードに戻しました。取り消すには：cargo workbook undo")
        },
        undone: |path, number| format!("{path}を解答{number}に戻しました。"),
        nothing_before: "これより前の解答はありません。",
        no_attempt: |name| format!("{name}はまだ一度もチェックされていません。"),
        current: "現在",
        lines: |number| format!("{number}行"),
        ago: |age| match age {
            Age::Moments => "たった今".to_owned(),
            Age::Minutes(number) => format!("{number}分前"),
            Age::Hours(number) => format!("{number}時間前"),
            Age::Days(number) => format!("{number}日前"),
        },
        not_green: |name| format!("{name}にはまだ合格していません。"),
        show_anyway: "それでも解答例を表示しますか？ [y/N]",
        needs_yes: "ここでは確認できません。それでも表示するには--yesを付けてください。",
        building: "本をビルドしています ...",
        language_saved: "これからは日本語で表示します。",
    },
    doctor: Doctor {
        toolchain: "Rust",
        too_old: |wanted| format!("Rust {wanted}以降が必要です：rustup update"),
        no_cargo: "起動できません。https://rustup.rs からインストールしてください",
        linker: "リンカ",
        fast_linker: "高速なlldです",
        system_linker: "システムのリンカです。lldより時間がかかりますが、問題はありません",
        offline: "オフライン",
        offline_ready: "依存クレートはすべてあります",
        fetch: "依存クレートが足りません。ネットワークにつながるときに：cargo fetch",
        lock: "ビルド先",
        lock_free: "空いています",
        lock_held: "別のcargo（エディタのものなど）が使用中です。チェックはその終了を待ちます",
        drive: "ドライブ",
        slow_drive: |kind| {
            format!(
                "{kind}：マウントされたドライブで、ビルドが遅くなります。ローカルに移してください"
            )
        },
        saving: "進捗",
        saved: "保存できます",
        not_saved: |why| format!("保存できません：{why}"),
    },
};
